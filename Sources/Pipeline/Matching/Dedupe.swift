// The rows of one person in any table: what `sapxep dedupe` does.

import Glibc
import Personnel
import Tabular
public import Transform
import Vietnamese

/// A table whose rows are matched.
public struct Dedupe {
    /// How it is done where the model's file leaves it open.
    public struct Options: Sendable {
        /// The model's file, or its name under `Pipelines/models`.
        public var model: String
        /// Estimates the model's probabilities from the rows, whatever its file says.
        public var trains: Bool
        /// The weight from which on pairs are joined.
        public var threshold: Double?
        public var threads: Int

        public init(model: String, trains: Bool = false, threshold: Double? = nil, threads: Int = 1) {
            self.model = model
            self.trains = trains
            self.threshold = threshold
            self.threads = threads
        }
    }

    let file: InspectedFile
    let table: InspectedFile.Table
    let headings: [String]
    let columns: MatchColumns
    public let matched: MatchedTable
    public let clustering: Clustering
    /// What names each row: its id where the table has one, else its place among the rows, from 1.
    let names: RowNames
    /// A hash of all cells of each row.
    private let rowHashes: [UInt64]
    /// Seconds that reading the table and matching its rows took.
    let seconds: (reading: Double, matching: Double)

    /// Reads the first table of a file and matches its rows.
    ///
    /// - throws: `RunFailure`: the file or the model can't be used, with what to do about it.
    public init(path: String, options: Options) throws(RunFailure) {
        let begin = ContinuousClock.now
        let wasRead: ContinuousClock.Instant
        var model = try MatchModel.named(options.model)
        if options.trains { model.isEstimated = true }
        var file = try InspectedFile(path: path)
        guard let table = file.tables.first else {
            throw .usage("\(path): holds no table")
        }
        self.table = table
        file.forgetProfiles()
        self.file = file
        do {
            headings = try file.headings()[0]
            columns = MatchColumns(model, headings: headings)
            guard !columns.model.comparisons.isEmpty, !columns.model.blocking.isEmpty else {
                let known = model.fields.flatMap { $0.headings.prefix(1) }.joined(separator: ", ")
                throw RunFailure.usage(
                    "\(path): none of its columns is one that the model \(model.name) knows (\(known), …); it has "
                        + headings.joined(separator: ", "))
            }
            var cells = MatchCells(columns.model)
            var names = RowNames(areIDs: columns.id != nil)
            var hashes: [UInt64] = []
            try file.forEachRow(ofTable: table) { [columns] row in
                let number = cells.addRow()
                columns.forEachCell(of: { row[$0] }) { cells.set($1, ofField: $0, row: number) }
                names.add(row[columns.id ?? -1])
                hashes.append(Self.hash(of: row))
            }
            (self.names, rowHashes) = (names, hashes)
            wasRead = .now
            matched = TableDeduplicator(model: columns.model, threads: options.threads)
                .match(cells, joinWeight: options.threshold)
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw .failed("\(path): \(error)")
        }
        clustering = matched.clustering()
        seconds = ((wasRead - begin) / .seconds(1), (.now - wasRead) / .seconds(1))
    }

    private static func hash(of row: TableRow) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for column in 0..<row.count {
            hash = (hash ^ 0xff) &* 0x0000_0100_0000_01b3
            for byte in row[column] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash ^= hash >> 29
        }
        return hash
    }

    /// Writes the table with a column `cluster_id` after its own as CSV to `sink`, some bytes at a time.
    public func writeTable(to sink: ([UInt8]) throws -> Void) throws {
        let ids = ClusterIDs(clustering.clusters, rowHashes: rowHashes)
        var writer = CSVWriter(endsLinesWithCRLF: false)
        writer.append(headings + ["cluster_id"])
        var number = 0
        try file.forEachRow(ofTable: table) { row in
            for column in headings.indices { writer.append(cell: row[column]) }
            ids.withID(ofRow: number) { writer.append(cell: $0) }
            writer.endRow()
            number += 1
            if writer.bytes.count >= 1 << 20 { try sink(writer.take()) }
        }
        try sink(writer.take())
    }
}

extension MatchModel {
    /// The model of a file, or of a name under `Pipelines/models`.
    static func named(_ name: String) throws(RunFailure) -> MatchModel {
        for path in [name, "Pipelines/models/\(name)", "Pipelines/models/\(name).yaml"] {
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            let bytes = try PipelineFolder.contents(of: path)
            do {
                var model = try MatchModel(yaml: PipelineFolder.text(of: bytes, path: path), path: path)
                try model.readWords(besides: path)
                return model
            } catch let mistake as ReferenceError {
                throw .usage(mistake.description)
            } catch let failure as RunFailure {
                throw failure
            } catch {
                throw .usage("\(path): can't be read (\(error))")
            }
        }
        throw .usage("\(name): there is no such model; name a YAML file, or one under Pipelines/models")
    }
}
