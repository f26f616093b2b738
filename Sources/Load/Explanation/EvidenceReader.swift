// Reads the weights between rows and takes them apart again; and the people who were kept apart.

import GRDB

/// Reads the links of matching.
struct EvidenceReader {
    private let db: Database
    let thresholds: [String: Double]
    /// By comparison, then by level from 1.
    private let levels: [Int: [Int: PersonExplanation.Piece]]

    init(_ db: Database) throws {
        self.db = db
        var thresholds: [String: Double] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT name, weight FROM match_threshold") { thresholds[row[0]] = row[1] }
        self.thresholds = thresholds
        var levels: [Int: [Int: PersonExplanation.Piece]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT comparison, level, field, name, bits FROM match_level") {
            levels[row[0], default: [:]][row[1]] = PersonExplanation.Piece(field: row[2], level: row[3], bits: row[4])
        }
        self.levels = levels
    }

    /// The links between a person's rows, the heaviest first.
    func joins(of person: Int64) throws -> [PersonExplanation.Link] {
        try links(
            "r.person_id = :person AND s.person_id = :person", ["person": person],
            driver: "(SELECT row_id FROM source_row WHERE person_id = :person)")
    }

    /// The people who may be the same one, the likeliest first.
    func candidates(of person: Int64) throws -> [PersonExplanation.Candidate] {
        let pairs = try Row.fetchAll(
            db,
            sql: """
                SELECT p.person_id, p.full_name, v.probability FROM review_pair v
                    JOIN person p ON p.person_id = v.left_person_id + v.right_person_id - :person
                WHERE :person IN (v.left_person_id, v.right_person_id) ORDER BY v.probability DESC, p.person_id
                """, arguments: ["person": person])
        return try pairs.map { row in
            let other: Int64 = row[0]
            let found = try links(
                "r.person_id <> s.person_id", ["person": person, "other": other],
                driver: "(SELECT row_id FROM source_row WHERE person_id IN (:person, :other))",
                right: "s.person_id IN (:person, :other)")
            return PersonExplanation.Candidate(id: other, name: row[1], probability: row[2], link: found.first)
        }
    }

    private func links(
        _ condition: String, _ arguments: StatementArguments, driver: String, right: String = "1"
    ) throws -> [PersonExplanation.Link] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT (SELECT \(ExplanationReader.place()) FROM source_file f WHERE f.file_id = r.file_id),
                    (SELECT \(ExplanationReader.place(of: "s"))
                    FROM source_file f WHERE f.file_id = s.file_id), m.is_decided, m.weight, m.levels
                FROM match_link m JOIN source_row r ON r.row_id = m.left_row_id
                    JOIN source_row s ON s.row_id = m.right_row_id
                WHERE m.left_row_id IN \(driver) AND \(condition) AND \(right)
                ORDER BY m.weight DESC, m.left_row_id, m.right_row_id
                """, arguments: arguments
        ).map { row in
            PersonExplanation.Link(
                left: row[0], right: row[1], isDecided: row[2], weight: row[3],
                pieces: pieces(levels: UInt64(bitPattern: row[4]), weight: row[3]))
        }
    }

    /// The prior, each comparison that says something, and what is left: how rare or common the values are.
    private func pieces(levels packed: UInt64, weight: Double) -> [PersonExplanation.Piece] {
        var pieces = [PersonExplanation.Piece(field: "prior", level: "", bits: thresholds["prior"] ?? 0)]
        for comparison in levels.keys.sorted() {
            let level = Int(packed >> UInt64(comparison * 4) & 15)
            if let piece = levels[comparison]?[level] { pieces.append(piece) }
        }
        let rest = weight - pieces.reduce(0) { $0 + $1.bits }
        if abs(rest) >= 0.05 { pieces.append(PersonExplanation.Piece(field: "frequency", level: "", bits: rest)) }
        return pieces
    }
}

/// Finds people of the same name or number.
struct NamesakeReader {
    let db: Database

    /// At most so many are told.
    private static let limit = 10

    private static let fields = [
        "full_name", "birth_date", "gender", "national_id", "old_national_id", "ethnicity", "home_town", "position",
        "recruited_on", "party_joined", "phone",
    ]

    /// Those who are not candidates, the most alike first.
    func namesakes(of person: Int64) throws -> [PersonExplanation.Namesake] {
        let columns = Self.fields.flatMap { ["p.\($0)", "o.\($0)"] }.joined(separator: ", ")
        let likeness = Self.fields.map { "coalesce(p.\($0) = o.\($0), 0)" }.joined(separator: " + ")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT o.person_id, o.full_name, \(columns)
                FROM person p JOIN person o ON o.person_id IN (
                    SELECT person_id FROM person n WHERE n.name_key = p.name_key
                    UNION SELECT person_id FROM person n WHERE n.national_id = p.national_id)
                WHERE p.person_id = :person AND o.person_id <> :person AND NOT EXISTS (
                    SELECT 1 FROM review_pair v WHERE v.left_person_id = min(p.person_id, o.person_id)
                        AND v.right_person_id = max(p.person_id, o.person_id))
                ORDER BY \(likeness) DESC, o.person_id LIMIT \(Self.limit)
                """, arguments: ["person": person])
        return rows.map { row in
            var namesake = PersonExplanation.Namesake(id: row[0], name: row[1], agreeing: [], differing: [])
            for (index, field) in Self.fields.enumerated() {
                guard let mine = row[2 + 2 * index] as String?, let theirs = row[3 + 2 * index] as String? else {
                    continue
                }
                if mine == theirs {
                    namesake.agreeing.append(field)
                } else {
                    namesake.differing.append(.init(field: field, mine: mine, theirs: theirs))
                }
            }
            return namesake
        }
    }
}
