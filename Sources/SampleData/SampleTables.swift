// The words that people and lists are invented from: names, posts, salary scales, headings, remarks.

public import Personnel

/// A post that a body has.
struct Post: Sendable {
    var position: String
    /// The code of the rank or professional title; empty where there is none.
    var rank: String
    /// The salary scale; empty for contracts, which have none.
    var scale: String
    var category: String
    /// So many of it in every body.
    var fixed: Int
    var weight: Int
    /// The allowance of the post in hundredths of the base salary; 0 for none.
    var allowance: Int
}

/// A salary scale of Decree 204/2004/NĐ-CP, in hundredths.
struct SalaryScale: Sendable {
    var first: Int
    var increment: Int
    var steps: Int
    /// The years that a step lasts.
    var yearsPerStep: Int

    func coefficient(step: Int) -> Int { first + increment * (step - 1) }
}

/// A heading of a list's column with the groups above it.
struct SampleHeading: Sendable {
    var groups: [String]
    var text: String
}

/// Everything that is drawn from, checked on loading.
public struct SampleTables: Sendable {
    let names: NameBook
    /// The shares of the peoples in a highland and in a lowland province.
    let highland: Weighted<String>
    let lowland: Weighted<String>
    let posts: [String: [Post]]
    let scales: [String: SalaryScale]
    let headings: [SampleField: [SampleHeading]]
    /// What units own.
    let things: [OwnedThing]
    private let words: [String: Weighted<String>]

    /// The files that `table` is asked for.
    public static let fileNames = ["names", "peoples", "posts", "scales", "words", "headings", "assets"]

    /// Reads the tables.
    ///
    /// - Parameter table: gives a table by its name out of ``fileNames``.
    /// - Throws: the first mistake in a table, or what `table` throws.
    public init(_ table: (String) throws -> ReferenceTable) throws {
        names = try NameBook(try table("names"))
        (highland, lowland) = try Self.peoples(try table("peoples"))
        posts = try Self.posts(try table("posts"))
        scales = try Self.scales(try table("scales"))
        words = try Self.words(try table("words"))
        headings = try Self.headings(try table("headings"))
        things = try OwnedThing.all(in: try table("assets"))
    }

    /// A word of a kind, by weight; empty where there is none.
    func word(_ kind: String, _ chance: inout Chance) -> String { words[kind]?.draw(&chance) ?? "" }

    /// All words of a kind, in the order of the file.
    func allWords(_ kind: String) -> [String] { words[kind]?.values ?? [] }

    private static func peoples(_ table: ReferenceTable) throws -> (Weighted<String>, Weighted<String>) {
        let (name, high, low) = (
            try table.column("people"), try table.column("highland"), try table.column("lowland")
        )
        var (highland, lowland) = (Weighted<String>(), Weighted<String>())
        for row in table.rows {
            highland.add(row.cells[name], weight: try table.number(row, high))
            lowland.add(row.cells[name], weight: try table.number(row, low))
        }
        return (highland, lowland)
    }

    private static func posts(_ table: ReferenceTable) throws -> [String: [Post]] {
        let columns = try ["body", "position", "rank", "scale", "category", "fixed", "weight", "allowance"]
            .map { try table.column($0) }
        var posts: [String: [Post]] = [:]
        for row in table.rows {
            let cells = columns.map { row.cells[$0] }
            let allowance = cells[7].split(separator: ".").joined()
            guard allowance.isEmpty || (Int(allowance) != nil && allowance.count == 3) else {
                throw table.mistake(in: row, column: "allowance", expected: "a coefficient like 0.25, or nothing")
            }
            posts[cells[0], default: []].append(
                Post(
                    position: cells[1], rank: cells[2], scale: cells[3], category: cells[4],
                    fixed: try table.number(row, columns[5]), weight: try table.number(row, columns[6]),
                    allowance: Int(allowance) ?? 0))
        }
        return posts
    }

    private static func scales(_ table: ReferenceTable) throws -> [String: SalaryScale] {
        let columns = try ["scale", "first", "increment", "steps", "years"].map { try table.column($0) }
        var scales: [String: SalaryScale] = [:]
        for row in table.rows {
            scales[row.cells[columns[0]]] = SalaryScale(
                first: try table.number(row, columns[1]), increment: try table.number(row, columns[2]),
                steps: max(1, try table.number(row, columns[3])),
                yearsPerStep: max(1, try table.number(row, columns[4])))
        }
        return scales
    }

    private static func words(_ table: ReferenceTable) throws -> [String: Weighted<String>] {
        let (kind, text, weight) = (try table.column("kind"), try table.column("text"), try table.column("weight"))
        var words: [String: Weighted<String>] = [:]
        for row in table.rows {
            words[row.cells[kind], default: Weighted()].add(row.cells[text], weight: try table.number(row, weight))
        }
        return words
    }

    private static func headings(_ table: ReferenceTable) throws -> [SampleField: [SampleHeading]] {
        let (name, text, group) = (try table.column("field"), try table.column("heading"), try table.column("group"))
        var headings: [SampleField: [SampleHeading]] = [:]
        for row in table.rows {
            guard let field = SampleField(rawValue: row.cells[name]) else {
                throw table.mistake(in: row, column: "field", expected: "the name of a field of lists")
            }
            let groups = row.cells[group].split(separator: "/").map { $0.split(separator: " ").joined(separator: " ") }
            headings[field, default: []].append(SampleHeading(groups: groups, text: row.cells[text]))
        }
        return headings
    }
}

extension ReferenceTable {
    /// A cell that must hold a whole number from 0.
    func number(_ row: Row, _ column: Int) throws(ReferenceError) -> Int {
        guard let number = Int(row.cells[column]), number >= 0 else {
            throw mistake(in: row, column: columns[column], expected: "a whole number from 0")
        }
        return number
    }
}
