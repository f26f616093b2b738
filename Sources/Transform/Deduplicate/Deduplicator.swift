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
        let layout = RowLayout(fields: model.fields, places: [RegisterField.list.rawValue])
        var numbering = ValueNumbering()
        let rows = RegisterRows(register, units: units, layout: layout, numbering: &numbering)
        let table = MatchTable(rows, layout: layout, values: numbering.table(), threads: threads)
        let scorer = PairScorer(table: table, model: model)
        let matcher = Matcher(scorer: scorer, threads: threads)
        let (links, blocking) = matcher.links(atLeast: Float(model.reviewWeight))
        func ordered(_ pair: (Int32, Int32)) -> (Int32, Int32) {
            let (one, other) = (table.rowOfRecord[Int(pair.0)], table.rowOfRecord[Int(pair.1)])
            return (min(one, other), max(one, other))
        }
        let decided = PairDecisions(same: decisions.same.map(ordered), different: decisions.different.map(ordered))
        let outcome = matcher.cluster(links, joinWeight: Float(joinWeight), decisions: decided)
        return outcome.clustering(scorer, blocking: blocking)
    }
}
