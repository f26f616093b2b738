// What the page of a run shows. The names of the properties are the names by which `page.mustache` asks for them.

/// Everything on the page, already in the words and numbers of its readers. Counts and names of units only: nothing in
/// here is about one person.
struct PageContent {
    var organisation: String
    /// Day first.
    var asOf: String
    var run: String
    var toolVersion: String
    /// The first digits of the configuration's SHA-256.
    var configuration: String

    var files: FileFigures
    var rows: RowFigures
    var people: PeopleFigures

    var senders: PageTable
    var missingSenders: [String]
    var refusedFiles: PageExcerpt<RefusedFileLine>
    var differingTotals: PageExcerpt<DifferingTotalLine>
    var controls: PageTable

    /// Everybody once, by the old district of the unit they come from.
    var districts: PageTable
    /// The headings of the last columns of `communes` and `otherUnits`.
    var categories: [String]
    var communes: PageTable
    var otherUnits: PageTable
    /// How many receiving units other than communes nobody goes to, and so are not in `otherUnits`.
    var emptyUnits: String

    var questions: PageTable
    /// Pairs of people who may be one.
    var pairs: PageCount

    var issues: PageTable
    var severities: [NamedCount]
    /// How much of what the lists should say they say: person rows with a value, of all person rows, by field.
    var fields: [PageLine]

    var reports: [PageLink]
}

/// A number as it is written, and whether it is nothing, so that a table can let it step back.
struct PageCount {
    var text: String
    var isZero: Bool
}

struct NamedCount {
    var name: String
    var count: String
}

struct PageLink {
    var name: String
    /// Relative to the page, percent-encoded.
    var link: String
}

struct FileFigures {
    var all: String
    var loaded: String
    var refused: String
    /// How many senders they come from.
    var senders: String
}

/// The account of the rows: `read` is the sum of the rest.
struct RowFigures {
    var read: String
    var person: String
    var rejected: String
    var heading: String
    var section: String
    var total: String
    var note: String
    var blank: String
}

/// Everybody: as rows less the rows that repeat somebody; by status; and by where they go.
struct PeopleFigures {
    var all: String
    /// Person rows beyond the first of each person.
    var repeats: String
    var statuses: [StatusFigure]
    /// The sum of the shares of the statuses.
    var shares: String
    var bar: [BarPart]
    /// Assigned or leaving: those about whom nothing is open.
    var settled: String
    var settledShare: String
    var inCommunes: String
    var inOtherUnits: String
    /// With a new unit: the two above.
    var withUnit: String
    var leaving: String
    /// Without a new unit and not leaving.
    var withoutUnit: String
}

struct StatusFigure {
    /// The status as the style sheet knows it: `assigned`, `review`, `unresolved`, `leaving`.
    var status: String
    var name: String
    var count: String
    /// Percentages that add up to 100.
    var share: String
}

/// A part of a bar that is 1000 wide.
struct BarPart {
    var status: String
    var start: Int
    var width: Int
}

/// A table whose `total` is the sum of its lines.
struct PageTable {
    var lines: [PageLine]
    var total: PageLine
    var hasLines: Bool
}

/// A line of a table: what it is about, and its numbers.
struct PageLine {
    var name = ""
    /// Statistics code of a unit, or ''.
    var code = ""
    /// More about it, in words.
    var remark = ""
    var hasLink = false
    var link = ""
    /// What stands in the place of a name; the template has the words.
    var isProvince = false
    var isUnknown = false
    /// Takes away what the lines above count more than once.
    var isOverlap = false
    var isRest = false
    var counts: [PageCount] = []
    var share = ""
    var bar: [BarPart] = []
}

/// The first lines of a list, and how many there are beyond.
struct PageExcerpt<Line> {
    var lines: [Line]
    var hasLines: Bool
    var count: String
    var hasMore: Bool
    var more: String
}

struct RefusedFileLine {
    var sender: String
    var path: String
    var message: String
}

struct DifferingTotalLine {
    var sender: String
    var path: String
    var sheet: String
    var row: String
    var expected: String
    var counted: String
    var difference: String
}
