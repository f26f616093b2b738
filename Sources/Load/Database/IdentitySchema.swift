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
