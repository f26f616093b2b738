// Reads reports that came back with the column `decision` filled in.

import Load
import Tabular
import Transform

/// Reads the files under `INPUT/decisions/`, whatever Excel saved them as.
struct DecisionReader: Sendable {
    let headings: DecisionHeadings
    let limits: ReadingLimits
    let texts: RefusalTexts
    var columns = AssignmentColumns()
    var words = DecisionWords()

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
        var table = DecisionTable(path: file.path, headings: headings, words: words, texts: texts)
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
            entered += table.units
            decisions.identities += table.identities
            decisions.unfit += table.allUnfit
        }
    }
}
