// A province's folder under `Pipelines/`: finds it, reads `pipeline.yaml` and every table that it names.

import Crypto
import Glibc
import Personnel
import Tabular
import Transform

/// A pipeline as it lies on disk: its configuration, its tables, and the digest of all of it.
public struct PipelineFolder: Sendable {
    public let configuration: PipelineConfiguration
    /// SHA-256 over the configuration and every table, in lower-case hexadecimal.
    public let sha256: String
    private let tables: [String: ReferenceTable]
    /// The template of the run's page: its path and its text.
    let page: (path: String, text: String)
    /// What rows are one person.
    let matching: MatchModel

    /// Reads a pipeline.
    ///
    /// - Parameter name: a folder with a `pipeline.yaml`, a YAML file, or the name of a folder under `Pipelines/`.
    /// - Throws: `RunFailure` (usage) with the file, the line and what was expected there.
    public init(_ name: String) throws(RunFailure) {
        let file = try Self.locate(name)
        let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
        var hash = SHA256()
        do {
            let bytes = try Self.contents(of: file)
            hash.update(data: bytes)
            configuration = try PipelineConfiguration(yaml: Self.text(of: bytes, path: file), path: file)
            var tables: [String: ReferenceTable] = [:]
            for key in Self.tableKeys {
                guard let relative = configuration.tables[key] else { continue }  // an optional one
                let path = folder + "/" + relative
                let bytes = try Self.contents(of: path)
                hash.update(data: Array(key.utf8))
                hash.update(data: bytes)
                tables[key] = try ReferenceTable(csv: bytes, path: path)
            }
            self.tables = tables
            let path = folder + "/" + configuration.page
            let template = try Self.contents(of: path)
            hash.update(data: template)
            page = (path, try Self.text(of: template, path: path))
            let model = folder + "/" + configuration.matching.model
            let yaml = try Self.contents(of: model)
            hash.update(data: yaml)
            var matching = try MatchModel(
                yaml: Self.text(of: yaml, path: model), path: model, settings: configuration.matching)
            try matching.readWords(besides: model) { hash.update(data: $0) }
            self.matching = matching
        } catch let mistake as ReferenceError {
            throw .usage(mistake.description)
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw .usage("\(file): can't be read (\(error))")
        }
        sha256 = hexadecimal(hash.finalize())
    }

    /// A table of the pipeline by its key.
    func table(_ key: TableKey) -> ReferenceTable {
        tables[key.rawValue] ?? ReferenceTable(path: key.rawValue, columns: [], rows: [])
    }

    /// A table that a pipeline need not have; nil where it has none.
    func optionalTable(_ key: TableKey) -> ReferenceTable? { tables[key.rawValue] }

    static var tableKeys: [String] { TableKey.allCases.map(\.rawValue) }

    static func text(of bytes: [UInt8], path: String) throws(ReferenceError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ReferenceError(path: path, line: 1, expected: "text in UTF-8", found: "other bytes")
        }
        return text
    }

    private static func locate(_ name: String) throws(RunFailure) -> String {
        let candidates = [name, "Pipelines/" + name]
        for candidate in candidates {
            var status = stat()
            guard stat(candidate, &status) == 0 else { continue }
            guard status.st_mode & S_IFMT == S_IFDIR else { return candidate }
            let file = candidate + (candidate.hasSuffix("/") ? "" : "/") + "pipeline.yaml"
            guard stat(file, &status) == 0 else {
                throw .usage("\(candidate): is no pipeline: it holds no pipeline.yaml")
            }
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw .usage("\(file): is a folder where the pipeline's settings were expected")
            }
            return file
        }
        throw .usage("\(name): there is no such pipeline; name a folder under Pipelines/ or a YAML file")
    }

    static func contents(of path: String) throws(RunFailure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .usage("\(path): can't be read (\(systemMessage()))") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .usage("\(path): can't be read (\(systemMessage()))") }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }
}

extension ReferenceTable {
    /// Reads a table of the pipeline: CSV in UTF-8, with commas, or semicolons as Excel saves it in Vietnam.
    init(csv bytes: [UInt8], path: String) throws(ReferenceError) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw ReferenceError(
                path: path, line: 1, expected: "text in UTF-8 (Excel: “CSV UTF-8”)", found: "other bytes")
        }
        var records = try Self.records(of: bytes, path: path)
            .map { (line: $0.line, cells: $0.cells.map(Self.trimmed)) }
            .filter { record in !record.cells.allSatisfy(\.isEmpty) && record.cells.first?.hasPrefix("#") != true }
        guard !records.isEmpty else {
            throw ReferenceError(path: path, line: 1, expected: "a heading row", found: "")
        }
        let heading = records.removeFirst()
        guard Set(heading.cells).count == heading.cells.count, !heading.cells.contains("") else {
            throw ReferenceError(
                path: path, line: heading.line, expected: "a heading for each column, each once",
                found: heading.cells.joined(separator: ", "))
        }
        self.init(path: path, columns: heading.cells, rows: [])
        for record in records {
            guard record.cells.count == columns.count else {
                throw ReferenceError(
                    path: path, line: record.line,
                    expected: "\(columns.count) cells (\(columns.joined(separator: ", ")))",
                    found: "\(record.cells.count)")
            }
            rows.append(Row(line: record.line, cells: record.cells))
        }
    }

    private static func records(
        of bytes: [UInt8], path: String
    ) throws(ReferenceError) -> [(line: Int, cells: [String])] {
        let heading = Self.headingLine(of: bytes)
        var dialect = Dialect.rfc4180
        if heading.contains(UInt8(ascii: ";")) && !heading.contains(UInt8(ascii: ",")) {
            dialect.delimiter = UInt8(ascii: ";")
        }
        do {
            return try CSVText.rows(of: bytes, dialect: dialect)
        } catch {
            throw ReferenceError(path: path, line: error.line ?? 1, expected: "a readable CSV", found: "\(error)")
        }
    }

    /// The first line that is neither blank nor a comment.
    private static func headingLine(of bytes: [UInt8]) -> ArraySlice<UInt8> {
        let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        return lines.first { line in
            let text = trimmed(String(decoding: line, as: UTF8.self))
            // A byte-order mark may stand before the sign of a comment, a quote too.
            return !text.isEmpty && text.unicodeScalars.first { $0 != "\u{FEFF}" && $0 != "\"" } != "#"
        } ?? []
    }

    private static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[first...last])
    }
}
