// The tables of a pipeline that lists are invented from.

public import Personnel

extension PipelineFolder {
    /// A table that `pipeline.yaml` names under `tables`.
    /// - Throws: `RunFailure` (usage) where pipelines have no such table.
    public func table(named key: String) throws(RunFailure) -> ReferenceTable {
        guard let key = TableKey(rawValue: key) else {
            throw .usage("\(configuration.path): no table is called \(key)")
        }
        return table(key)
    }

    /// A table of words for invented lists: from the folder `sample` beside the pipeline's settings, or from that of
    /// Điện Biên, which every pipeline shares.
    /// - Throws: `RunFailure` (usage) where it can't be read, with its path.
    public func sampleTable(_ name: String) throws(RunFailure) -> ReferenceTable {
        let folder = configuration.path.lastIndex(of: "/").map { String(configuration.path[..<$0]) } ?? "."
        let own = "\(folder)/sample/\(name).csv"
        let shared = "\(folder)/../dien-bien/sample/\(name).csv"
        let path: String
        let bytes: [UInt8]
        if let found = try? Self.contents(of: own) {
            (path, bytes) = (own, found)
        } else {
            (path, bytes) = (shared, try Self.contents(of: shared))
        }
        do {
            return try ReferenceTable(csv: bytes, path: path)
        } catch {
            throw .usage(error.description)
        }
    }
}
