// The step that finds the rows of one person.

public import Personnel

/// Finds which records of a register are the same person's.
///
/// Rows that share a block are compared and weighed (Fellegi-Sunter); pairs join clusters in order of weight where no
/// constraint forbids it; what stays between the two thresholds, or is held apart by a doubt, is left for review. The
/// outcome is the same in whatever order the files come and however many threads there are.
public struct Deduplicator: Sendable {
    let model: MatchModel

    /// From which weight rows are joined.
    var joinWeight: Double { model.joinWeight ?? 7 }

    /// - Parameter model: its fields must be those of ``RegisterField``.
    public init(model: MatchModel) { self.model = model }

    /// Parts the records of a register into people.
    ///
    /// - Parameters:
    ///   - units: the units that records refer to by position.
    ///   - decisions: what people decided. Records that are the same are joined first, whatever speaks against it but a
    ///     decision that they are different.
    ///   - threads: how many work at once.
    public func cluster(
        _ register: Register, units: [OldUnit] = [], decisions: PairDecisions = PairDecisions(), threads: Int = 1
    ) -> Clustering {
        weigh(register, units: units, threads: threads).clustering(decisions)
    }

    /// Weighs the pairs of a register's records, whoever decided what.
    public func weigh(_ register: Register, units: [OldUnit] = [], threads: Int = 1) -> WeighedRegister {
        let layout = RowLayout(fields: model.fields, places: [RegisterField.list.rawValue])
        var numbering = ValueNumbering()
        let rows = RegisterRows(register, units: units, layout: layout, numbering: &numbering)
        let table = MatchTable(rows, layout: layout, values: numbering.table(), threads: threads)
        let matcher = Matcher(scorer: PairScorer(table: table, model: model), threads: threads)
        let (links, blocking) = matcher.links(atLeast: Float(model.reviewWeight))
        return WeighedRegister(matcher: matcher, links: links, blocking: blocking, joinWeight: Float(joinWeight))
    }
}

/// A register whose pairs are weighed: it can be parted into people more than once, with other decisions.
public struct WeighedRegister {
    fileprivate let matcher: Matcher
    fileprivate let links: [MatchLink]
    fileprivate let blocking: [BlockingCount]
    fileprivate let joinWeight: Float

    /// The records parted into people.
    public func clustering(_ decisions: PairDecisions = PairDecisions()) -> Clustering {
        let table = matcher.scorer.table
        func ordered(_ pair: (Int32, Int32)) -> (Int32, Int32) {
            let (one, other) = (table.rowOfRecord[Int(pair.0)], table.rowOfRecord[Int(pair.1)])
            return (min(one, other), max(one, other))
        }
        let decided = PairDecisions(same: decisions.same.map(ordered), different: decisions.different.map(ordered))
        return matcher.cluster(links, joinWeight: joinWeight, decisions: decided)
            .clustering(matcher.scorer, blocking: blocking)
    }
}
