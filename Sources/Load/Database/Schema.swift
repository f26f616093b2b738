// The tables of personnel.sqlite, as SQL whose comments stay in the database: `.schema` explains itself.

import Personnel

/// The SQL of the consolidated database (outputs.md). Tables are STRICT.
enum Schema {
    /// In an order in which every table follows those it refers to.
    static let tables = sourceTables + unitTables + personTables + findingTables + identityTables + changeTables

    /// The tables that hold a row for each row or person, or that come near it: they are packed (`PackedInsert`).
    static let packedTables = ["row_value", "source_row", "person", "merged_person", "assignment", "issue"]

    /// The indexes, all of packed tables: by what is looked up from many places at once. What a person asks now and
    /// then (a name, a number, a file's row) is found by one pass over a table, 1.2 CPU s at national size;
    /// `integrity_check` looks every row up in every index of its table, and took three times as long when there was
    /// one for each of those.
    static let packedIndexes = [
        PackedIndex(name: "source_row_by_person", table: "source_row", column: "person_id", skipsNull: true),
        PackedIndex(name: "issue_by_row", table: "issue", column: "row_id"),
        PackedIndex(name: "issue_by_person", table: "issue", column: "person_id"),
    ]

    static let indexes = packedIndexes.map(\.sql).joined(separator: "\n")

    private static let sourceTables = """
        CREATE TABLE run (
            run_id TEXT PRIMARY KEY,            -- the name of the run's folder
            pipeline TEXT NOT NULL,             -- the pipeline that ran
            as_of TEXT NOT NULL,                -- the date to which ages and plans are reckoned, ISO 8601
            started_at TEXT NOT NULL,           -- ISO 8601 with offset
            finished_at TEXT NOT NULL,          -- ISO 8601 with offset
            tool_version TEXT NOT NULL,
            config_sha256 TEXT NOT NULL,        -- of the pipeline's files together
            predecessor TEXT,                   -- the run before, whose people kept their ids; null for the first
            generation INTEGER NOT NULL         -- 1 for the first run, then counted up
        ) STRICT;
        CREATE TABLE source_file (
            file_id INTEGER PRIMARY KEY,        -- from 1, in order of path
            path TEXT NOT NULL UNIQUE,          -- under the input folder, with /
            sender TEXT NOT NULL,               -- the first folder of the path
            sha256 TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            format TEXT,                        -- null where it could not be told
            encoding TEXT,                      -- null where it could not be told
            encoding_confidence REAL,           -- 0 to 1
            list_date TEXT,                     -- the newest date that the list states, partial ISO 8601
            row_count INTEGER NOT NULL,         -- rows read: what the account of source_row must close with
            status TEXT NOT NULL CHECK (status IN ('loaded', 'refused')),
            message TEXT                        -- of a refused file: what is wrong and what to do
        ) STRICT;
        CREATE TABLE row_context (
            context_id INTEGER PRIMARY KEY,     -- from 1
            sheet TEXT NOT NULL,
            titles TEXT NOT NULL,               -- JSON: the lines above the heading, top to bottom
            sections TEXT NOT NULL              -- JSON: the section headings over the row, outermost first
        ) STRICT;
        CREATE TABLE source_row (
            row_id INTEGER PRIMARY KEY,         -- from 1, in order of file, sheet, row
            file_id INTEGER NOT NULL REFERENCES source_file,
            sheet TEXT NOT NULL,                -- '' where the format has none
            row_number INTEGER NOT NULL,        -- from 1, as Excel counts
            kind TEXT NOT NULL
                CHECK (\(oneOf(RowKind.self, "kind"))),
            person_id INTEGER REFERENCES person,        -- of person rows only
            chosen INTEGER,                     -- of person rows only: bits, from the lowest, in order of the fields of row_value:
                                                -- 1 where the row's value is the person's
            context_id INTEGER REFERENCES row_context,  -- of person rows only
            fingerprint INTEGER                 -- of person rows only: a hash of who and where the person is
        ) STRICT;
        CREATE TABLE row_count (
            file_id INTEGER NOT NULL REFERENCES source_file,
            kind TEXT NOT NULL,
            rows INTEGER NOT NULL,              -- of source_row
            PRIMARY KEY (file_id, kind)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE rejected_cell (
            row_id INTEGER NOT NULL REFERENCES source_row,
            position INTEGER NOT NULL,          -- the cell's column, from 1
            heading TEXT NOT NULL,              -- as read; '' where the column has none
            value TEXT NOT NULL,                -- as read
            PRIMARY KEY (row_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE extra_value (
            row_id INTEGER NOT NULL REFERENCES source_row,
            position INTEGER NOT NULL,          -- from 1, in order of column
            heading TEXT NOT NULL,              -- of a column that no field claims
            value TEXT NOT NULL,
            PRIMARY KEY (row_id, position)
        ) STRICT, WITHOUT ROWID;

        """

    private static let unitTables = """
        CREATE TABLE old_unit (
            unit_id TEXT PRIMARY KEY,
            code TEXT,                          -- statistics code; null for units that have none
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            district TEXT,                      -- the district's key; null for units of the province
            position INTEGER NOT NULL           -- in the catalogue, from 1
        ) STRICT;
        CREATE TABLE new_unit (
            unit_id TEXT PRIMARY KEY,
            code TEXT,                          -- 5-digit statistics code of communes and wards, else null
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            parent TEXT,                        -- the unit above; it may lie outside the catalogue
            area_districts TEXT NOT NULL,       -- JSON: keys of the old districts that it serves
            basis TEXT NOT NULL,                -- what the entry rests on
            position INTEGER NOT NULL           -- in the catalogue, from 1
        ) STRICT;
        CREATE TABLE succession (
            old_unit_id TEXT NOT NULL REFERENCES old_unit,
            new_unit_id TEXT NOT NULL REFERENCES new_unit,
            share TEXT NOT NULL CHECK (share IN ('whole', 'part')),
            is_default INTEGER NOT NULL,        -- 1: where the old unit's people go when nothing else says so
            basis TEXT NOT NULL,
            PRIMARY KEY (old_unit_id, new_unit_id)
        ) STRICT;

        """

    private static let personTables = """
        CREATE TABLE person (
            person_id INTEGER PRIMARY KEY,      -- stable from run to run
            full_name TEXT NOT NULL,
            name_key TEXT NOT NULL,             -- ASCII key of the name
            birth_date TEXT,                    -- partial ISO 8601: 1980-03-05, 1980-03, 1980
            gender TEXT CHECK (\(oneOf(Gender.self, "gender"))),
            national_id TEXT,                   -- CCCD, 12 digits
            old_national_id TEXT,               -- CMND, 9 digits
            ethnicity TEXT,
            religion TEXT,
            home_town TEXT,
            residence TEXT,
            category TEXT
                CHECK (\(oneOf(Category.self, "category"))),
            level TEXT CHECK (\(oneOf(Level.self, "level"))),
            position TEXT,
            unit TEXT,                          -- as its own column writes it
            department TEXT,
            rank_code TEXT,                     -- the code, or the text as read where it is unknown
            salary_step INTEGER,
            salary_coefficient REAL,
            over_frame INTEGER,                 -- percent
            position_allowance REAL,
            qualification TEXT CHECK (\(oneOf(Qualification.self, "qualification"))),
            field_of_study TEXT,
            political_theory TEXT CHECK (\(oneOf(PoliticalTheory.self, "political_theory"))),
            party_joined TEXT,                  -- partial ISO 8601
            recruited_on TEXT,                  -- partial ISO 8601
            insurance_from TEXT,                -- partial ISO 8601
            insurance_months INTEGER,
            proposed_unit TEXT,                 -- the district's plan, as written
            proposed_position TEXT,
            policy TEXT,                        -- the wish to retire early or resign, as written
            phone TEXT,
            note TEXT,
            old_unit_id TEXT REFERENCES old_unit,
            since INTEGER NOT NULL              -- the generation (see run) in which the id was given
        ) STRICT;
        CREATE TABLE row_value (
            row_id INTEGER PRIMARY KEY REFERENCES source_row,   -- person rows only
            \(StoredField.all.map { $0.field.name + " TEXT" }.joined(separator: ", ")),
            originals TEXT                      -- JSON: by field the cell as it stood, where reading changed it; else null
        ) STRICT;
        -- Each value that some row gave, and whether it stands. A view: a row for each value in a table would cost ten
        -- times what row_value costs, in time and in bytes.
        CREATE VIEW person_value (person_id, field, value, row_id, chosen, original) AS
        \(StoredField.all.enumerated().map(personValues).joined(separator: " UNION ALL\n        "));
        CREATE TABLE merge_evidence (
            evidence_id INTEGER PRIMARY KEY,
            evidence TEXT NOT NULL              -- JSON: what joined a person's rows, one text a line
        ) STRICT;
        CREATE TABLE merged_person (
            person_id INTEGER PRIMARY KEY REFERENCES person,
            evidence_id INTEGER NOT NULL REFERENCES merge_evidence
        ) STRICT;
        CREATE VIEW merge_reason (person_id, evidence) AS
        SELECT person_id, evidence FROM merged_person JOIN merge_evidence USING (evidence_id);
        CREATE TABLE assignment (
            person_id INTEGER PRIMARY KEY REFERENCES person,
            status TEXT NOT NULL CHECK (\(oneOf(AssignmentStatus.self, "status"))),
            new_unit_id TEXT REFERENCES new_unit,       -- null where none is found or the person leaves
            rule TEXT NOT NULL,                 -- the rule that decided
            basis TEXT NOT NULL                 -- the sentence to check it by; of the unresolved: what would settle it
        ) STRICT;
        CREATE TABLE assignment_count (
            old_unit_id TEXT REFERENCES old_unit,       -- null where the old unit is not known
            new_unit_id TEXT REFERENCES new_unit,
            status TEXT NOT NULL CHECK (status IN ('assigned', 'review', 'unresolved', 'leaving')),
            rule TEXT NOT NULL,
            category TEXT,
            level TEXT,
            people INTEGER NOT NULL             -- how many people of assignment and person agree in all of these
        ) STRICT;
        CREATE TABLE sender_count (
            sender TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('assigned', 'review', 'unresolved', 'leaving')),
            people INTEGER NOT NULL,            -- on the sender's lists; those on lists of several senders with each
            PRIMARY KEY (sender, status)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE key_position (
            new_unit_id TEXT NOT NULL REFERENCES new_unit,
            title TEXT NOT NULL,
            person_id INTEGER REFERENCES person,        -- null where vacant
            status TEXT NOT NULL CHECK (status IN ('ready', 'incomplete', 'below_standard', 'vacant')),
            findings TEXT NOT NULL,             -- JSON: code and message of each, in order
            seat TEXT,                          -- the seat's name; null for a title that is none for certain
            remaining_months INTEGER,           -- to the month in which the pension would start
            position INTEGER NOT NULL           -- in order of unit, seat and person, from 1
        ) STRICT;
        CREATE TABLE benefit (
            person_id INTEGER NOT NULL REFERENCES person,
            regime TEXT NOT NULL,               -- of the pipeline's table; retirement, none, unknown
            months INTEGER,                     -- from leaving to the month in which the pension would start
            amount_vnd INTEGER,                 -- đồng; null where something is missing or nothing is owed
            basis TEXT NOT NULL,                -- the formulas, or why there is none
            inputs TEXT NOT NULL,               -- JSON: what it was reckoned from, parts, missing
            title TEXT NOT NULL                 -- of the regime, for people
        ) STRICT;

        """

    /// A condition that a column holds one of a vocabulary's words: for tables of very many rows.
    ///
    /// `IN` says the same; `integrity_check` then takes ten times as long over it, looking each value up in a tree.
    private static func oneOf<Word: CaseIterable & RawRepresentable>(_ words: Word.Type, _ column: String) -> String
    where Word.RawValue == String {
        words.allCases.map { "\(column) = '\($0.rawValue)'" }.joined(separator: " OR ")
    }

    private static func personValues(bit: Int, stored: StoredField) -> String {
        let field = stored.field.name
        return """
            SELECT r.person_id, '\(field)', v.\(field), v.row_id, r.chosen >> \(bit) & 1,
                json_extract(v.originals, '$.\(field)')
            FROM row_value v JOIN source_row r USING (row_id) WHERE v.\(field) IS NOT NULL
            """
    }

    private static let findingTables = """
        CREATE TABLE issue_code (
            code TEXT PRIMARY KEY,
            severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
            title TEXT NOT NULL,                -- in the pipeline's language, without a value
            remedy TEXT NOT NULL                -- what the sender can do
        ) STRICT;
        CREATE TABLE issue (
            issue_id INTEGER PRIMARY KEY,       -- from 1, in order of file, row, field, code
            severity TEXT NOT NULL,
            code TEXT NOT NULL REFERENCES issue_code,
            field TEXT,                         -- null where a whole row, file or person is meant
            value TEXT,                         -- as read
            message TEXT NOT NULL,              -- in the pipeline's language
            file_id INTEGER REFERENCES source_file,
            sheet TEXT,                         -- null where the whole file is meant
            row_number INTEGER,                 -- null where the whole file or sheet is meant
            row_id INTEGER REFERENCES source_row,
            person_id INTEGER REFERENCES person
        ) STRICT;
        CREATE TABLE review_pair (
            left_person_id INTEGER NOT NULL REFERENCES person,
            right_person_id INTEGER NOT NULL REFERENCES person,
            probability REAL NOT NULL,          -- 0 to 1
            evidence TEXT NOT NULL,             -- JSON: one text a comparison
            PRIMARY KEY (left_person_id, right_person_id),
            CHECK (left_person_id < right_person_id)
        ) STRICT;
        CREATE TABLE control_total (
            name TEXT NOT NULL,                 -- path | sheet | title; of figures of the whole run: scope | what
            sheet TEXT NOT NULL,
            title TEXT NOT NULL,                -- what it is a total of, in the list's words; may be ''
            scope TEXT NOT NULL CHECK (scope IN ('section', 'sheet', 'target', 'handover', 'amount')),
            expected INTEGER,                   -- as the list states; null where it states none
            counted INTEGER NOT NULL,           -- person and rejected rows; of a target people, else đồng
            difference INTEGER,                 -- counted - expected
            status TEXT NOT NULL CHECK (status IN ('agrees', 'differs', 'not_stated')),
            file_id INTEGER REFERENCES source_file,     -- null for figures of the whole run
            row_id INTEGER REFERENCES source_row,
            new_unit_id TEXT REFERENCES new_unit        -- of figures of the whole run: the unit they are about
        ) STRICT;
        CREATE TABLE asset (
            asset_id INTEGER PRIMARY KEY,       -- from 1, in order of file, sheet, row
            row_id INTEGER NOT NULL REFERENCES source_row,
            old_unit_id TEXT REFERENCES old_unit,       -- who hands over; null where no unit is named
            name TEXT NOT NULL,
            code TEXT,
            kind TEXT NOT NULL,                 -- land, building, car, …: of the pipeline's table
            kind_name TEXT NOT NULL,            -- for people
            quantity REAL,
            measure TEXT,
            year_in_use INTEGER,
            original_cost INTEGER,              -- đồng
            residual_value INTEGER,             -- đồng
            condition TEXT,
            note TEXT,
            details TEXT NOT NULL,              -- JSON: heading and value of every other column
            receiver TEXT,                      -- as the list names it
            status TEXT NOT NULL CHECK (status IN ('assigned', 'review', 'unresolved')),
            new_unit_id TEXT REFERENCES new_unit,       -- who takes over
            rule TEXT NOT NULL,
            basis TEXT NOT NULL
        ) STRICT;
        CREATE TABLE balance (
            balance_id INTEGER PRIMARY KEY,     -- from 1, in order of file, sheet, row
            row_id INTEGER NOT NULL REFERENCES source_row,
            old_unit_id TEXT REFERENCES old_unit,
            content TEXT NOT NULL,
            budget_code TEXT,
            kind TEXT NOT NULL,                 -- estimate, deposit, …: of the pipeline's table
            kind_name TEXT NOT NULL,            -- for people
            opening INTEGER,                    -- đồng, as are all amounts
            allotted INTEGER,
            used INTEGER,
            remaining INTEGER,                  -- what is handed over
            note TEXT,
            details TEXT NOT NULL,
            receiver TEXT,
            status TEXT NOT NULL CHECK (status IN ('assigned', 'review', 'unresolved')),
            new_unit_id TEXT REFERENCES new_unit,
            rule TEXT NOT NULL,
            basis TEXT NOT NULL
        ) STRICT;
        CREATE TABLE headcount (
            new_unit_id TEXT REFERENCES new_unit,       -- null where no new unit is known
            status TEXT NOT NULL CHECK (status IN ('assigned', 'review', 'unresolved', 'leaving')),
            source TEXT NOT NULL,               -- where people come from: district, commune, service, education, …
            block TEXT NOT NULL,                -- government, party, front
            category TEXT,                      -- null where it is unknown
            level TEXT,                         -- null where it is unknown
            people INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE unit_flow (
            movement TEXT NOT NULL,             -- the movement of public service units
            old_unit_id TEXT NOT NULL REFERENCES old_unit,
            new_unit_id TEXT REFERENCES new_unit,
            status TEXT NOT NULL CHECK (status IN ('assigned', 'review', 'unresolved', 'leaving')),
            people INTEGER NOT NULL,
            settles TEXT NOT NULL               -- what would settle it, where it is open
        ) STRICT;
        CREATE TABLE field_count (
            file_id INTEGER NOT NULL REFERENCES source_file,
            field TEXT NOT NULL,
            filled INTEGER NOT NULL,            -- person rows with a value
            changed INTEGER NOT NULL,           -- person rows whose cell was changed by reading it
            PRIMARY KEY (file_id, field)
        ) STRICT, WITHOUT ROWID;
        """
}
