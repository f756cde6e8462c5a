/** The statements both engines run. Parameters are `?1`, `?2` …; PostgreSQL's driver rewrites the sign. */

export const INSERT_ENTRY = `
  INSERT INTO entries (partnership, seq, scope, id, kind, device, author_seq, bytes)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`;

export const NEXT_SEQ = "UPDATE partnerships SET seq = seq + 1 WHERE partnership = ?1 RETURNING seq";

export const SET_HEAD = `
  INSERT INTO scopes (partnership, scope, head) VALUES (?1, ?2, ?3)
  ON CONFLICT (partnership, scope) DO UPDATE SET head = excluded.head`;

/**
 * A first real grant moves grant_seq, so that the scope's past is delivered from there; raising someone who
 * could read already does not, so that nothing is delivered twice.
 */
export const ADMIT = `
  INSERT INTO members (partnership, scope, user_id, reach, grant_seq) VALUES (?1, ?2, ?3, ?4, ?5)
  ON CONFLICT (partnership, user_id, scope) DO UPDATE SET reach = excluded.reach,
    grant_seq = CASE members.reach WHEN 'directory' THEN excluded.grant_seq ELSE members.grant_seq END`;

export const CHAIN = `
  SELECT bytes FROM entries WHERE partnership = ?1 AND scope = ?2 AND kind = 2 ORDER BY seq
  LIMIT 1000000 OFFSET ?3`;

/**
 * One page for one member: ?1 partnership, ?2 user, ?3 and ?4 the checkpoint's position and seq, ?5 limit,
 * ?6 the first seq of the second half. An entry's position is max(its seq, the member's grant_seq), which no
 * index can hold, so it is split: entries older than their grant, which stand at the grant, and the rest,
 * which stand at their own seq. Each half comes in order from an index; membership is read with the page.
 * SQLite has to be told which index holds all the second half needs, or it reads the bytes of every entry.
 */
export const pullStatement = (indexHint: string): string => `
  WITH page AS (
    SELECT m.grant_seq AS position, e.seq AS seq
      FROM members m JOIN entries e ON e.partnership = m.partnership AND e.scope = m.scope
     WHERE m.partnership = ?1 AND m.user_id = ?2 AND m.grant_seq >= ?3 AND e.seq < m.grant_seq
       AND (m.grant_seq > ?3 OR e.seq > ?4) AND (m.reach <> 'directory' OR e.kind = 2)
    UNION ALL
    SELECT e.seq AS position, e.seq AS seq
      FROM entries e ${indexHint}
      JOIN members m ON m.partnership = e.partnership AND m.scope = e.scope AND m.user_id = ?2
     WHERE e.partnership = ?1 AND e.seq >= ?6 AND e.seq >= m.grant_seq
       AND (m.reach <> 'directory' OR e.kind = 2)
     ORDER BY 1, 2 LIMIT ?5)
  SELECT page.position, e.seq, e.scope, e.id, e.bytes
    FROM page JOIN entries e ON e.partnership = ?1 AND e.seq = page.seq ORDER BY 1, 2`;
