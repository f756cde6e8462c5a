/** Draws the PNG icons from public/icons/confer.svg in a browser. Run it after changing the drawing. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "../tests/support/chromium.ts";

const folder = "public/icons";
const svg = readFileSync(join(folder, "confer.svg"), "utf8");

/** iOS and maskable icons are cropped by the system: square corners, and the drawing inside the safe circle. */
const square = svg.replace('rx="14"', "").replace("scale(1.45)", "scale(1.2)");
const icons = [
  { name: "confer-192.png", size: 192, drawing: svg },
  { name: "confer-512.png", size: 512, drawing: svg },
  { name: "confer-maskable-512.png", size: 512, drawing: square },
  { name: "apple-touch-icon.png", size: 180, drawing: square },
];

const browser = await launchChromium({ viewport: { width: 512, height: 512 } });
for (const { name, size, drawing } of icons) {
  await browser.page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  );
  const png = await browser.page.screenshot({
    clip: { x: 0, y: 0, width: size, height: size },
    omitBackground: true,
  });
  writeFileSync(join(folder, name), png);
}
await browser.close();
