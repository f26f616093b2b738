// Writes an invented province or country into a folder: lists under Input/, what is true of them under truth/.

import Glibc

/// What was written.
public struct SampleSummary: Sendable, Equatable {
    public var people = 0
    public var rows = 0
    public var files = 0
}

/// A folder or file that can't be written.
public struct SampleFailure: Error, CustomStringConvertible, Sendable {
    public var description: String

    init(path: String, errorNumber: Int32) {
        description = "\(path): can't be written (\(String(cString: strerror(errorNumber))))"
    }
}

/// Invents a region of any size. The same arguments write the same bytes, whatever the machine and its threads.
public struct SampleWriter: Sendable {
    private let districts: DistrictWriter

    /// From so many people on the truth is compact: only who stands in which row.
    public static let compactFrom = 200_000

    /// - Parameters:
    ///   - people: how many; every one stands on one list or more.
    ///   - isClean: no errors, one layout, one form.
    public init(region: SampleRegion, tables: SampleTables, people: Int, seed: UInt64, isClean: Bool) {
        districts = DistrictWriter(
            region: region, tables: tables, mess: isClean ? .none : .usual, seed: seed, people: people,
            hasFullTruth: people < Self.compactFrom)
    }

    /// Writes everything below a folder, which is made.
    ///
    /// - Throws: ``SampleFailure`` with the path that can't be written.
    public func write(to folder: String) async throws -> SampleSummary {
        let input = folder + "/Input/"
        let truth = folder + "/truth/"
        let shards = try TruthFiles(folder: truth, isFull: districts.hasFullTruth)
        defer { shards.close() }
        let threads = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        var summary = SampleSummary()
        try await withThrowingTaskGroup(of: (Int, DistrictOutcome).self) { group in
            var (started, expected) = (0, 0)
            var waiting: [Int: DistrictOutcome] = [:]
            func start() {
                guard started < districts.quotas.count else { return }
                let place = started
                started += 1
                let districts = districts
                group.addTask {
                    (
                        place,
                        try districts.write(district: place) { try OutputFile.write($0.bytes, to: input + $0.path) }
                    )
                }
            }
            for _ in 0..<threads { start() }
            while let (place, outcome) = try await group.next() {
                start()
                waiting[place] = outcome
                while let next = waiting.removeValue(forKey: expected) {
                    try shards.append(next.truth)
                    summary.people += next.people
                    summary.rows += next.rows
                    summary.files += next.files
                    expected += 1
                }
            }
        }
        try shards.finish(summary, seed: districts.seed)
        return summary
    }
}

/// The files of the truth, to which districts append in their order.
private struct TruthFiles {
    private var descriptors: [String: Int32] = [:]
    private let isFull: Bool
    private let folder: String

    init(folder: String, isFull: Bool) throws(SampleFailure) {
        self.folder = folder
        self.isFull = isFull
        let files = isFull ? TruthWriter.headings : [(DistrictWriter.compactTruth, "")]
        for (file, heading) in files {
            descriptors[file] = try OutputFile.create(folder + file)
            if !heading.isEmpty { try append([file: Array((heading + "\n").utf8)]) }
        }
    }

    func append(_ lines: [String: [UInt8]]) throws(SampleFailure) {
        for (file, descriptor) in descriptors {
            guard let bytes = lines[file] else { continue }
            try OutputFile.append(isFull ? bytes : StoredGzip.member(bytes), to: descriptor, path: folder + file)
        }
    }

    func finish(_ summary: SampleSummary, seed: UInt64) throws(SampleFailure) {
        let text =
            "key,value\nseed,\(seed)\nas_of,2025-07-01\npeople,\(summary.people)\nrows,\(summary.rows)\n"
            + "files,\(summary.files)\n"
        try OutputFile.write(Array(text.utf8), to: folder + "meta.csv")
    }

    func close() {
        for descriptor in descriptors.values { _ = Glibc.close(descriptor) }
    }
}

/// Writes files, making their folders.
enum OutputFile {
    static func write(_ bytes: [UInt8], to path: String) throws(SampleFailure) {
        let descriptor = try create(path)
        defer { _ = Glibc.close(descriptor) }
        try append(bytes, to: descriptor, path: path)
    }

    /// Opens a file for writing, empty. Folders and files are for their owner alone, as lists of people are.
    static func create(_ path: String) throws(SampleFailure) -> Int32 {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        var descriptor = open(path, flags, 0o600)
        if descriptor < 0 && errno == ENOENT {
            makeFolders(above: path)
            descriptor = open(path, flags, 0o600)
        }
        guard descriptor >= 0 else { throw SampleFailure(path: path, errorNumber: errno) }
        return descriptor
    }

    private static func makeFolders(above path: String) {
        for place in path.indices.dropFirst() where path[place] == "/" { _ = mkdir(String(path[..<place]), 0o700) }
    }

    static func append(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(SampleFailure) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw SampleFailure(path: path, errorNumber: errno) }
            start += count
        }
    }
}
