-- Which claims are looked at together, and what speaks for one question in them: plain SQL that
-- DuckDB and Spark both run, step by step. Each step is one SELECT, whose rows the engine keeps under
-- the step's name; the rows of a view are asked for once, or too many to be kept.
--
-- Given:  articles(article, day)         day from 1970, null where none is known
--         tokens(article, token, name)   its names and telling figures (name = 1), what it counts (0)
--         claims(claim, article, kind, unit, head, value, telling, lane0, lane1, lane2, lane3, …)
-- Wanted: pairs(one, other, article, beside, kind, wording, others, points)
--                                        claims of two articles that may answer one question
--         decided(one, other, wording, others, kept, worded)
--                                        the same: whether points are enough, or words decide
--         lost(level, slice, token, size, pairs)    what was not proposed as blocks grew too large
--
-- The key of a claim is conjunctive: its kind with what it counts, says or speaks of, and what its
-- article shares with the other's. Which articles share enough is asked first, since they are few
-- beside claims. A word that no more than `ever` articles of the archive have is a block by itself; a
-- name that more have, with a season of `season` days; a name that more than `block` articles of a
-- season have, with a week. What is more frequent still proposes nothing, and stands in `lost`.
-- Two slices side by side are one window, and a pair belongs to the window of its earlier slice: so
-- no border stands between two days, and each pair is found once.
-- A word speaks for one story by the logarithm of how few articles of its window have it, less one
-- bit; and as many bits are asked for as there are articles to choose from: those of a season, where
-- a name of a season is shared, else those of the archive. All in tenths of bits, rounded word by
-- word, so that sums are whole numbers and the same in any order.
--
-- One value gives two points, and two more where it is particular; one unit, head or action gives one
-- each; two words in common one, and one more where two or four are in common beyond those that
-- chance would give to signatures of 252 bits. A wording that is alike gives two: persons, names and
-- quotations (kinds from 5) are compared where these decide. This puts articles together, no more:
-- what is judged is what matching then finds in each story, as in `report`.

-- step: told
SELECT token, COUNT(*) AS size
FROM tokens
GROUP BY token
HAVING COUNT(*) > 1

-- step: in_seasons
SELECT t.token, s.slice + w.step AS win, s.slice, s.day, t.article
FROM told f
JOIN tokens t ON t.token = f.token
JOIN (SELECT article, day, CAST(FLOOR(day / {season}) AS INT) AS slice
      FROM articles WHERE day IS NOT NULL) s ON s.article = t.article
CROSS JOIN (VALUES (0), (-1)) AS w (step)
WHERE f.size > {ever} AND t.name = 1

-- step: seasons
SELECT token, win, COUNT(*) AS size, SUM(CASE WHEN slice = win THEN 1 ELSE 0 END) AS firsts
FROM in_seasons
GROUP BY token, win

-- step: ages
SELECT token, MAX(size) AS size
FROM seasons
GROUP BY token

-- step: in_weeks
SELECT m.token, m.week + w.step AS win, m.week AS slice, m.article
FROM (SELECT s.token, s.article, CAST(FLOOR(s.day / {week}) AS INT) AS week
      FROM in_seasons s JOIN ages g ON g.token = s.token
      WHERE g.size > {block} AND s.slice = s.win) m
CROSS JOIN (VALUES (0), (-1)) AS w (step)

-- step: weeks
SELECT token, win, COUNT(*) AS size, SUM(CASE WHEN slice = win THEN 1 ELSE 0 END) AS firsts
FROM in_weeks
GROUP BY token, win

-- step: windows
SELECT 0 AS level, 0 AS win, COUNT(*) AS articles FROM articles
UNION ALL
SELECT 1 AS level, CAST(FLOOR(day / {season}) AS INT) + w.step AS win, COUNT(*) AS articles
FROM articles CROSS JOIN (VALUES (0), (-1)) AS w (step)
WHERE day IS NOT NULL
GROUP BY CAST(FLOOR(day / {season}) AS INT) + w.step
UNION ALL
SELECT 2 AS level, CAST(FLOOR(day / {week}) AS INT) + w.step AS win, COUNT(*) AS articles
FROM articles CROSS JOIN (VALUES (0), (-1)) AS w (step)
WHERE day IS NOT NULL
GROUP BY CAST(FLOOR(day / {week}) AS INT) + w.step

-- step: blocks
SELECT m.level, m.win, m.token, m.slice, m.article,
       CAST(ROUND(10 * LOG2(w.articles / m.size)) AS INT) - 10 AS weight
FROM (SELECT 0 AS level, 0 AS win, t.token, 0 AS slice, t.article, f.size
      FROM told f JOIN tokens t ON t.token = f.token
      WHERE f.size <= {ever}
      UNION ALL
      SELECT 1 AS level, m.win, m.token, m.slice, m.article, b.size
      FROM in_seasons m
      JOIN ages g ON g.token = m.token AND g.size <= {block}
      JOIN seasons b ON b.token = m.token AND b.win = m.win
      WHERE b.size > 1 AND b.firsts > 0
      UNION ALL
      SELECT 2 AS level, m.win, m.token, m.slice, m.article, b.size
      FROM in_weeks m
      JOIN weeks b ON b.token = m.token AND b.win = m.win
      WHERE b.size BETWEEN 2 AND {block} AND b.firsts > 0) m
JOIN windows w ON w.level = m.level AND w.win = m.win

-- step: crowds
SELECT CAST(ROUND(10 * LOG2(MAX(CASE WHEN level = 0 THEN articles END))) AS INT) AS ever,
       CAST(ROUND(10 * LOG2(MAX(CASE WHEN level = 1 THEN articles END))) AS INT) AS season
FROM windows
WHERE articles > 0

-- step: neighbours
SELECT p.one, p.other, p.bits - CASE WHEN p.timed = 1 THEN c.season ELSE c.ever END AS bits
FROM (SELECT LEAST(a.article, b.article) AS one, GREATEST(a.article, b.article) AS other,
             CAST(SUM(a.weight) AS INT) AS bits,
             MAX(CASE WHEN a.level > 0 THEN 1 ELSE 0 END) AS timed
      FROM blocks a
      JOIN blocks b ON b.level = a.level AND b.win = a.win AND b.token = a.token
      WHERE a.slice = a.win AND a.weight > 0
        AND (b.slice > a.slice OR (b.slice = a.slice AND b.article > a.article))
      GROUP BY LEAST(a.article, b.article), GREATEST(a.article, b.article)) p
CROSS JOIN crowds c
WHERE p.bits - CASE WHEN p.timed = 1 THEN c.season ELSE c.ever END >= {least}

-- view: sides
SELECT *, CAST(CAST(BIT_COUNT(lane0) AS INT) + BIT_COUNT(lane1)
             + BIT_COUNT(lane2) + BIT_COUNT(lane3) AS FLOAT) AS words
FROM claims

-- view: pairs
SELECT one, other, article, beside, kind, wording, others,
       2 * CAST(valued AS INT) + 2 * CAST(valued AND particular AS INT)
     + CAST(measured AS INT) + CAST(headed AS INT) + CAST(acted AS INT)
     + CAST(shared >= 2 AS INT)
     + CAST(252 * (shared - 2) >= chance AS INT)
     + CAST(252 * (shared - 4) >= chance AS INT) AS points
FROM (SELECT a.claim AS one, b.claim AS other, n.one AS article, n.other AS beside,
             a.kind, a.wording, b.wording AS others,
             a.value = b.value AND a.value <> 0 AS valued,
             a.telling = 1 AND b.telling = 1 AS particular,
             a.unit = b.unit AND a.unit <> 0 AS measured,
             a.head = b.head AND a.head <> 0 AS headed,
             a.action = b.action AND a.action <> 0 AS acted,
             a.words * b.words AS chance,
             CAST(BIT_COUNT(a.lane0 & b.lane0) AS INT) + BIT_COUNT(a.lane1 & b.lane1)
           + BIT_COUNT(a.lane2 & b.lane2) + BIT_COUNT(a.lane3 & b.lane3) AS shared
      FROM neighbours n
      JOIN sides a ON a.article = n.one
      JOIN sides b ON b.article = n.other AND b.kind = a.kind
      WHERE n.bits >= {sure}
         OR (a.value = b.value AND (a.telling = 1 OR a.head = b.head))
         OR (a.head = b.head AND a.head <> 0 AND a.unit = b.unit)
         OR CAST(BIT_COUNT(a.lane0 & b.lane0) AS INT) + BIT_COUNT(a.lane1 & b.lane1)
          + BIT_COUNT(a.lane2 & b.lane2) + BIT_COUNT(a.lane3 & b.lane3) > 1) p

-- view: decided
SELECT article AS one, beside AS other, wording, others, points >= {enough} AS kept,
       kind >= 5 AND points BETWEEN {enough} - 2 AND {enough} - 1 AS worded
FROM pairs

-- view: lost
SELECT 'season' AS level, win AS slice, token, size,
       CAST(firsts * (firsts - 1) / 2 + firsts * (size - firsts) AS BIGINT) AS pairs
FROM seasons
WHERE size > {block} AND firsts > 0
UNION ALL
SELECT 'week' AS level, win AS slice, token, size,
       CAST(firsts * (firsts - 1) / 2 + firsts * (size - firsts) AS BIGINT) AS pairs
FROM weeks
WHERE size > {block} AND firsts > 0
