// Reads reports that came back with the column `decision` filled in.

import Load
import Tabular
import Transform
import Vietnamese

/// Reads the files under `INPUT/decisions/`, whatever Excel saved them as.
struct DecisionReader: Sendable {
    let headings: DecisionHeadings
    let limits: ReadingLimits
    let texts: RefusalTexts
    var columns = AssignmentColumns()

    /// Reads all files, in the order given; of two decisions for one person the later counts.
    /// - Throws: `RunFailure` when a file was there and can no longer be read.
    func read(_ files: [InputFile], digests: [FileDigest]) throws(RunFailure) -> Decisions {
        var decisions = Decisions()
        var entered: [UnitDecision] = []
        for (file, digest) in zip(files, digests) {
            decisions.files.append(
                Manifest.Decision(path: file.path, sha256: digest.sha256, bytes: digest.byteCount))
            try read(file, digest: digest, entered: &entered, into: &decisions)
        }
        var last: [Int64: UnitDecision] = [:]
        for decision in entered.reversed() {
            guard let later = last[decision.person] else {
                last[decision.person] = decision
                continue
            }
            if later.text != decision.text {
                decisions.unfit.append(
                    UnfitDecision(decision, because: texts.text(.decisionReplaced, detail: later.source)))
            }
        }
        decisions.units = last.values.sorted { $0.person < $1.person }
        return decisions
    }

    private func read(
        _ file: InputFile, digest: FileDigest, entered: inout [UnitDecision], into decisions: inout Decisions
    ) throws(RunFailure) {
        switch file.obstacle {
        case .notAFile:
            return decisions.unfit.append(
                UnfitDecision(place: file.path, reason: texts.message(for: RefusedFile(.notAFile))))
        case .unreadableName:
            return decisions.unfit.append(UnfitDecision(place: file.path, reason: texts[.fileName]))
        case nil: break
        }
        var table = DecisionTable(path: file.path, headings: headings, texts: texts)
        var assignments = AssignmentTable(path: file.path, columns: columns, texts: texts)
        let isAssignments = AssignmentTable.isNamed(file.path)
        do {
            var source = try TabularFile(path: file.location, limits: limits)
            try source.read { batch, sheet in
                for index in 0..<batch.count {
                    if isAssignments {
                        assignments.add(batch[index], sheet: sheet.name)
                    } else {
                        table.add(batch[index], sheet: sheet.name)
                    }
                }
            }
        } catch let refusal as RefusedFile {
            guard refusal.reason != .unreadable else {
                throw .failed("\(file.path): \(refusal); nothing was published")
            }
            return decisions.unfit.append(
                UnfitDecision(place: file.path, reason: texts.message(for: refusal)))
        } catch {
            throw .failed("\(file.path): \(error)")
        }
        try digest.requireUnchanged(file.location, named: file.path)
        if isAssignments {
            entered += assignments.people
            decisions.oldUnits += assignments.oldUnits
            decisions.positions += assignments.positions
            decisions.unfit += assignments.allUnfit
        } else {
            entered += table.entered
            decisions.unfit += table.allUnfit
        }
    }
}

/// The rows of one file, taken one by one.
private struct DecisionTable {
    /// What a column of the heading holds.
    private enum Layout {
        /// A decision on where a person goes.
        case person(id: Int, decision: Int)
        /// A decision on whether two people are one.
        case pair(decision: Int)
    }

    let path: String
    private let keys: (decision: String, person: String, leftPerson: String)
    private let texts: RefusalTexts
    private var layout: Layout?
    private var sheet: String?
    private var hasHeading = false
    private var pairDecisions = 0
    private var unfit: [UnfitDecision] = []
    private(set) var entered: [UnitDecision] = []

    init(path: String, headings: DecisionHeadings, texts: RefusalTexts) {
        self.path = path
        keys = (asciiKey(headings.decision), asciiKey(headings.person), asciiKey(headings.leftPerson))
        self.texts = texts
    }

    /// What can't be applied, what is true of the whole file last.
    var allUnfit: [UnfitDecision] {
        var all = unfit
        if !hasHeading { all.append(UnfitDecision(place: path, reason: texts[.decisionColumns])) }
        if pairDecisions > 0 {
            all.append(UnfitDecision(place: path, reason: texts.text(.decisionPairs, detail: "\(pairDecisions)")))
        }
        return all
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
        switch layout {
        case .person(let id, let decision):
            guard let text = decisionEntry(cells, decision) else { return }
            let place = path + (name.isEmpty ? "" : ", trang tính \(name)") + ", dòng \(row.number)"
            guard let person = decisionEntry(cells, id).flatMap(Int64.init), person > 0 else {
                return unfit.append(UnfitDecision(place: place, text: text, reason: texts[.decisionPersonID]))
            }
            entered.append(UnitDecision(person: person, text: unitCode(text), source: place))
        case .pair(let decision): pairDecisions += decisionEntry(cells, decision) == nil ? 0 : 1
        case nil: return
        }
    }

    /// The layout where the cells are a heading that knows decisions.
    private func heading(_ cells: [String]) -> Layout? {
        let found = cells.map(asciiKey)
        guard let decision = found.firstIndex(of: keys.decision) else { return nil }
        if let id = found.firstIndex(of: keys.person) { return .person(id: id, decision: decision) }
        return found.contains(keys.leftPerson) ? .pair(decision: decision) : nil
    }
}
