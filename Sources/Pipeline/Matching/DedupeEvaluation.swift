// How the clusters of a table compare with labels.

import Transform

extension Dedupe {
    /// The measures by threshold, as text.
    ///
    /// - Parameter truth: a file of two columns, a row's id (or its place, from 1) and its person; or the name of a column
    ///   of the table itself.
    public func evaluation(truth: String) throws(RunFailure) -> String {
        let people = try labels(truth)
        let known = people.count { $0 >= 0 }
        var lines = [
            "labelled rows: \(known) of \(people.count)",
            "blocking recall: \(fixed(matched.blockingRecall(truth: people), 5))", "",
            "threshold  pair precision  recall      F1          wrong  missed  B-cubed precision  recall      F1",
        ]
        let chosen = matched.expected.joinWeight
        let steps = stride(from: -4.0, through: 20, by: 2).map { $0 }
        for weight in (steps.filter { abs($0 - chosen) > 1e-9 } + [chosen]).sorted() {
            let quality = ClusterQuality(clusters: matched.clusterNumbers(joinWeight: weight), truth: people)
            lines.append(
                padded(fixed(weight, 2), 9) + (weight == chosen ? " *" : "  ")
                    + [quality.pairPrecision, quality.pairRecall, quality.pairF1].map { padded(fixed($0, 5), 12) }
                    .joined()
                    + padded("\(quality.wrongPairs)", 8) + padded("\(quality.missedPairs)", 8)
                    + [quality.cubedPrecision, quality.cubedRecall, quality.cubedF1].map { padded(fixed($0, 5), 12) }
                    .joined())
        }
        lines.append("* the threshold in use, chosen without the labels")
        return lines.joined(separator: "\n")
    }

    private func labels(_ truth: String) throws(RunFailure) -> [Int32] {
        var numbers: [String: Int32] = [:]
        func number(_ person: String) -> Int32 {
            if person.isEmpty { return -1 }
            if let known = numbers[person] { return known }
            numbers[person] = Int32(numbers.count)
            return Int32(numbers.count - 1)
        }
        do {
            if let column = headings.firstIndex(of: truth) {
                var people: [Int32] = []
                try file.forEachRow(ofTable: table) { row in
                    people.append(number(row.text(column)))
                }
                return people
            }
            let labels = try InspectedFile(path: truth)
            guard let first = labels.tables.first else { throw RunFailure.usage("\(truth): holds no table") }
            var byName: [String: Int32] = [:]
            try labels.forEachRow(ofTable: first) { row in
                if row.count >= 2 { byName[row.text(0)] = number(row.text(1)) }
            }
            return (0..<names.count).map { byName[names[$0]] ?? -1 }
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw .failed("\(truth): \(error)")
        }
    }
}

extension Dedupe {
    /// What was done, in a few lines.
    public var summary: String {
        let expected = matched.expected
        let joined = clustering.clusters.count { $0.count > 1 }
        var lines = [
            "rows \(names.count), people \(clustering.clusters.count), people of several rows \(joined), pairs to review "
                + "\(clustering.reviews.count)",
            "model \(matched.model.name): \(columns.model.fields.map(\.name).joined(separator: ", "))",
            "threshold \(fixed(expected.joinWeight, 2)); expected precision \(fixed(expected.precision, 4)), recall "
                + fixed(expected.recall, 4),
        ]
        for block in clustering.blocking {
            var line = "block \(block.rule): \(block.pairs) pairs, largest \(block.largestBlock) rows"
            if block.splitBlocks > 0 {
                line += ", \(block.splitBlocks) too large and split, \(block.pairsLeftOut) pairs left out"
            }
            lines.append(line)
        }
        lines.append("read in \(fixed(seconds.reading, 2)) s, matched in \(fixed(seconds.matching, 2)) s")
        return lines.joined(separator: "\n")
    }

    /// The model's probabilities and weights, and for each pair that was joined or is to be reviewed what its weight is
    /// made of.
    public var explanation: String {
        var lines = ["m, u and weight of each level:"]
        for comparison in matched.model.comparisons {
            lines.append("  \(comparison.label)")
            for level in comparison.levels {
                let words = "m \(short(level.m))  u \(short(level.u))  weight \(signed(level.weightInBits))"
                lines.append("    " + level.name + "  " + words + (level.frequencyLimit == nil ? "" : "  by frequency"))
            }
        }
        for (title, links) in [("joined", clustering.joins), ("to review", clustering.reviews)] {
            for link in links {
                lines.append("")
                lines.append("\(names[Int(link.left)]) and \(names[Int(link.right)]): \(title)")
                for piece in clustering.pieces(of: link) {
                    let name = piece.level.isEmpty ? piece.comparison : "\(piece.comparison): \(piece.level)"
                    lines.append("  \(padded(signed(Double(piece.bits)), 7))  \(name)")
                }
                lines.append("  \(padded(signed(Double(link.weight)), 7))  probability \(fixed(link.probability, 5))")
            }
        }
        return lines.joined(separator: "\n")
    }
}

/// A number with so many decimals.
private func fixed(_ number: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (abs(number) * scale).rounded()
    let (whole, part) = (Int(scaled / scale), Int(scaled.truncatingRemainder(dividingBy: scale)))
    let digits = String(part)
    return (number < 0 && scaled > 0 ? "-" : "") + "\(whole)."
        + String(repeating: "0", count: max(0, decimals - digits.count)) + digits
}

private func signed(_ number: Double) -> String { (number < 0 ? "" : "+") + fixed(number, 2) }

/// A probability with enough digits to tell small ones.
private func short(_ number: Double) -> String { number >= 0.001 ? fixed(number, 4) : "\(Float(number))" }

private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}
