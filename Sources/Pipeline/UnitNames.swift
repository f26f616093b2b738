// Unit names read one by one, as `sapxep units` shows them: to try a table of units out after a change.

import Personnel
import Transform

/// Reads unit names with a pipeline's tables.
public struct UnitNames: Sendable {
    private let reader: UnitReader
    private let plans: PlanReader
    private let catalogue: UnitCatalogue
    private let sender: String

    /// The columns of the answers.
    public static let headings = [
        "text", "kind", "code", "unit", "district", "new_code", "new_unit", "detail",
    ]

    /// - Parameter pipeline: as `sapxep run` takes it.
    /// - Parameter sender: the folder of a sender, whose district settles what a name leaves open.
    /// - Throws: `RunFailure` (usage) for the first mistake in a table.
    public init(pipeline: String, sender: String) throws(RunFailure) {
        let folder = try PipelineFolder(pipeline)
        do {
            (catalogue, reader) = try folder.unitReader()
            plans = try folder.planReader(catalogue)
        } catch {
            throw .usage(error.description)
        }
        self.sender = sender
    }

    /// Reads texts in the old catalogue, each as the cells of a line.
    public func readOld(_ texts: some Sequence<String>, _ take: ([String]) throws -> Void) rethrows {
        try reader.names(texts, from: sender) { text, named in
            let commune = named.commune.map { catalogue.oldUnits[$0] }
            let successors = named.commune.map { catalogue.successors(of: $0) } ?? []
            let isWhole = successors.count == 1
            let new = successors.first { $0.isDefault }.flatMap { catalogue.newUnit($0.newUnit) }
            try take([
                text, named.kind, commune?.code ?? "", commune?.name ?? named.nameKey, named.district ?? "",
                new?.id ?? "", new?.name ?? "",
                named.commune == nil || isWhole ? named.detail : "được chia cho \(successors.count) đơn vị mới",
            ])
        }
    }

    /// Reads texts in the new catalogue, as plans are read.
    public func readNew(_ texts: some Sequence<String>, _ take: ([String]) throws -> Void) rethrows {
        for text in texts {
            let line: [String] =
                switch plans.read(text) {
                case .none: ["none", "", ""]
                case .unit(let unit):
                    [catalogue.newUnits[unit].kind, catalogue.newUnits[unit].id, catalogue.newUnits[unit].name]
                case .unknown(let detail): ["unknown", "", "", detail]
                case .ambiguous(let detail): ["ambiguous", "", "", detail]
                }
            try take([text, line[0], "", "", "", line[1], line[2], line.count > 3 ? line[3] : ""])
        }
    }
}
