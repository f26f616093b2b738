// The rows of one report that came back with decisions.

import Load
import Personnel
import Tabular
import Transform
import Vietnamese

/// Words by which people decide who is who.
struct DecisionWords: Sendable {
    private var isSame = ["same": true, "different": false]

    init() {}

    /// - Parameter table: columns `decision` (`same`, `different`) and `word`; case and accents mean nothing.
    init(_ table: ReferenceTable) throws(ReferenceError) {
        let (decision, word) = (try table.column("decision"), try table.column("word"))
        for row in table.rows {
            guard let meaning = ["same": true, "different": false][row.cells[decision]] else {
                throw table.mistake(in: row, column: "decision", expected: "same or different")
            }
            let key = asciiKey(row.cells[word])
            guard !key.isEmpty, isSame[key] == nil || isSame[key] == meaning else {
                throw table.mistake(in: row, column: "word", expected: "a word of one decision only")
            }
            isSame[key] = meaning
        }
    }

    /// Whether an entry says that two are one; nil where it says neither.
    func read(_ entry: String) -> Bool? { isSame[asciiKey(entry)] }
}

/// The rows of one file, taken one by one: `unresolved`, `review-queue` or `duplicates` as Excel saved it.
struct DecisionTable {
    /// What a column of the heading holds.
    private enum Layout {
        /// A decision on where a person goes.
        case person(id: Int, decision: Int)
        /// A decision on whether two people are one.
        case pair(left: Int, right: Int, decision: Int)
        /// A decision on whether a row is a person's.
        case row(person: Int, row: Int, decision: Int)
    }

    let path: String
    private let headings: DecisionHeadings
    private let words: DecisionWords
    private let texts: RefusalTexts
    private var layout: Layout?
    private var sheet: String?
    private var hasHeading = false
    private var unfit: [UnfitDecision] = []
    private(set) var units: [UnitDecision] = []
    private(set) var identities: [IdentityDecision] = []

    init(path: String, headings: DecisionHeadings, words: DecisionWords, texts: RefusalTexts) {
        self.path = path
        self.headings = headings
        self.words = words
        self.texts = texts
    }

    /// What can't be applied, what is true of the whole file last.
    var allUnfit: [UnfitDecision] {
        hasHeading ? unfit : unfit + [UnfitDecision(place: path, reason: texts[.decisionColumns])]
    }

    mutating func add(_ row: RowBatch.Row, sheet name: String) {
        if sheet != name {
            sheet = name
            layout = nil
        }
        let cells = row.texts
        if let found = heading(cells) {
            layout = found
            hasHeading = true
            return
        }
        let place = path + (name.isEmpty ? "" : ", trang tính \(name)") + ", dòng \(row.number)"
        switch layout {
        case .person(let id, let decision):
            guard let text = decisionEntry(cells, decision), let person = number(cells, id, text, place) else { return }
            units.append(UnitDecision(person: person, text: unitCode(text), source: place))
        case .pair(let left, let right, let decision):
            guard let text = decisionEntry(cells, decision), let one = number(cells, left, text, place),
                let other = number(cells, right, text, place)
            else { return }
            addIdentity(.pair(one, other), text, place)
        case .row(let person, let row, let decision):
            guard let text = decisionEntry(cells, decision), let owner = number(cells, person, text, place),
                let row = number(cells, row, text, place)
            else { return }
            addIdentity(.row(person: owner, fingerprint: UInt64(row)), text, place)
        case nil: return
        }
    }

    private mutating func addIdentity(_ subject: IdentityDecision.Subject, _ text: String, _ place: String) {
        guard let isSame = words.read(text) else {
            return unfit.append(UnfitDecision(place: place, text: text, reason: texts[.decisionWord]))
        }
        identities.append(IdentityDecision(subject, isSame: isSame, text: text, source: place))
    }

    /// The id in a cell; nil, and the decision unfit, where there is none.
    private mutating func number(_ cells: [String], _ column: Int, _ text: String, _ place: String) -> Int64? {
        if let id = decisionEntry(cells, column).flatMap({ Int64($0) }), id > 0 { return id }
        unfit.append(UnfitDecision(place: place, text: text, reason: texts[.decisionPersonID]))
        return nil
    }

    /// The layout where the cells are a heading that knows decisions.
    private func heading(_ cells: [String]) -> Layout? {
        let found = cells.map(asciiKey)
        func column(_ heading: String) -> Int? { found.firstIndex(of: asciiKey(heading)) }
        guard let decision = column(headings.decision) else { return nil }
        if let person = column(headings.rowPerson), let row = column(headings.row) {
            return .row(person: person, row: row, decision: decision)
        }
        if let left = column(headings.leftPerson), let right = column(headings.rightPerson) {
            return .pair(left: left, right: right, decision: decision)
        }
        return column(headings.person).map { .person(id: $0, decision: decision) }
    }
}
