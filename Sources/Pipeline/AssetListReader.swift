// One list of assets or balances from bytes to records: the files of the folders that the pipeline names for them.

import Extract
import Personnel
import Tabular
import Transform
import Vietnamese

/// Reads lists of assets with the knowledge of the pipeline.
struct AssetListReader: Sendable {
    let extractor: AssetExtractor
    let normalizer: AssetNormalizer
    /// ASCII keys of the folders' names.
    private let folders: Set<String>

    init(extractor: AssetExtractor, normalizer: AssetNormalizer, folders: [String]) {
        self.extractor = extractor
        self.normalizer = normalizer
        self.folders = Set(folders.map(asciiKey))
    }

    /// Whether a file lies in a folder of assets under its sender's: `tai-san`, `Tài sản`.
    func takes(_ path: String) -> Bool {
        path.split(separator: "/").dropFirst().dropLast().contains { folders.contains(asciiKey(String($0))) }
    }

    /// Reads one file into a list whose file is known.
    func read(_ list: inout SourceList, from source: inout TabularFile, index: Int32) throws {
        var reading = AssetListNormalizer(normalizer)
        let found = try extractor.extract(fileIndex: index, path: list.file.path, sender: list.file.sender) {
            row, context in
            reading.take(row, context, into: &list)
        } from: { take in
            try source.read(take)
        }
        reading.finish(into: &list)
        list.file.sheets = found.sheets
        list.issues += found.issues
    }
}
