/**
 * A process that serves the benchmark's pages and a PouchDB at /db, in memory: it is spared the disk that ours
 * writes to. Prints the port it listens on. Arguments: the folder of built pages.
 */
import express from "express";
import expressPouchDB from "express-pouchdb";
import PouchDB from "pouchdb-core";
import http from "pouchdb-adapter-http";
import memory from "pouchdb-adapter-memory";
import find from "pouchdb-find";
import mapReduce from "pouchdb-mapreduce";
import replication from "pouchdb-replication";

for (const plugin of [memory, http, mapReduce, replication, find]) PouchDB.plugin(plugin);

const app = express();
app.use(express.static(process.argv[2] ?? ""));
const options = { inMemoryConfig: true, mode: "minimumForPouchDB" };
app.use("/db", expressPouchDB(PouchDB.defaults({ adapter: "memory" }), options));
const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`port ${typeof address === "object" ? address?.port : ""}\n`);
});
