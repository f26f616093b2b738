// The tables by which people keep their ids from run to run, and those that say what changed since the run before.

extension Schema {
    static let identityTables = """

        -- Ids that are no longer in use. They are never given to anybody else.
        CREATE TABLE retired_person (
            person_id INTEGER PRIMARY KEY,
            since INTEGER NOT NULL,             -- the generation in which it was given
            successor_id INTEGER                -- whose rows they are now; null: on no list any more
        ) STRICT;
        CREATE TABLE retired_row (
            person_id INTEGER NOT NULL REFERENCES retired_person,
            fingerprint INTEGER NOT NULL,       -- of a row that the person last had
            national_id INTEGER NOT NULL,       -- hashes; 0 where it had none
            name_and_birth INTEGER NOT NULL,
            PRIMARY KEY (person_id, fingerprint)
        ) STRICT, WITHOUT ROWID;
        -- Rows that were corrected: the fingerprint that a row had, and one that it has since.
        CREATE TABLE row_correction (
            was INTEGER NOT NULL,
            became INTEGER NOT NULL,
            PRIMARY KEY (was, became)
        ) STRICT, WITHOUT ROWID;
        -- The evidence between two rows that were joined, or that wait for a decision. The level of each comparison takes four
        -- bits of levels from the lowest, 0 where a row has no value; what the levels' bits and the prior leave of the weight
        -- is how rare or common the values are.
        CREATE TABLE match_link (
            left_row_id INTEGER NOT NULL REFERENCES source_row,
            right_row_id INTEGER NOT NULL REFERENCES source_row,
            is_join INTEGER NOT NULL,
            is_decided INTEGER NOT NULL,        -- 1: by people, whatever the weight
            weight REAL NOT NULL,               -- base-2 logarithm of the odds that the rows are one person's
            levels INTEGER NOT NULL,
            PRIMARY KEY (left_row_id, right_row_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE match_level (
            comparison INTEGER NOT NULL,        -- from 0
            level INTEGER NOT NULL,             -- from 1
            field TEXT NOT NULL,
            name TEXT NOT NULL,
            bits REAL NOT NULL,
            PRIMARY KEY (comparison, level)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE match_threshold (
            name TEXT PRIMARY KEY CHECK (name IN ('prior', 'join', 'review')),
            weight REAL NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE rule (
            position INTEGER PRIMARY KEY,       -- from 1, in the order in which they are asked
            name TEXT NOT NULL,
            outcome TEXT NOT NULL,
            unit_kinds TEXT NOT NULL,           -- JSON; empty for every unit
            position_words TEXT NOT NULL,       -- JSON
            rank_prefixes TEXT NOT NULL         -- JSON
        ) STRICT;

        """

    /// What changed since another run.
    static let changeTables = """
        CREATE TABLE change (
            change_id INTEGER PRIMARY KEY,      -- from 1, in order of kind, person, field
            kind TEXT NOT NULL
                CHECK (kind IN ('new', 'back', 'gone', 'merged', 'split', 'unit', 'assignment', 'value')),
            person_id INTEGER NOT NULL,         -- of this run, or of the run before where the person is gone or merged
            other_person_id INTEGER,            -- the other person of a merge or split
            full_name TEXT NOT NULL,
            field TEXT,                         -- whose value changed
            before TEXT,                        -- in the run before
            after TEXT                          -- in this run
        ) STRICT;
        -- How many issues there are of a code in a sender's lists that the run before did not have, and the other way round.
        CREATE TABLE issue_change (
            sender TEXT NOT NULL,               -- '' for issues that are about no file
            code TEXT NOT NULL,
            before INTEGER NOT NULL,
            appeared INTEGER NOT NULL,
            resolved INTEGER NOT NULL,
            after INTEGER NOT NULL,
            PRIMARY KEY (sender, code)
        ) STRICT, WITHOUT ROWID;
        """
}
