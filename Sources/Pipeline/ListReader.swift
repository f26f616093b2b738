// One file from bytes to normalised records: the work that is done in parallel, file by file.

import Extract
import Personnel
import Synchronization
import Tabular
import Transform

/// Reads lists with the knowledge of the pipeline.
struct ListReader: Sendable {
    let extractor: Extractor
    let normalizer: Normalizer
    let limits: ReadingLimits
    let refusals: RefusalTexts
    let knownSenders: KnownSenders
    var assets: AssetListReader?
    private let idle = IdleNormalizers()
    private let damage = DamageMemory()

    /// Gives back the memory of what is remembered from list to list: to be called when all files are read.
    func forget() {
        idle.removeAll()
        damage.forget()
    }

    /// Reads one file; a file that can't be used comes back refused, with nothing of it.
    /// - Throws: `RunFailure` when the input is lost: it was there and can no longer be read.
    func read(_ input: InputFile, digest: FileDigest, index: Int32) throws(RunFailure) -> SourceList {
        var file = SourceFile(
            path: input.path, sender: input.sender, sha256: digest.sha256, byteCount: digest.byteCount)
        switch input.obstacle {
        case .notAFile: return refused(file, RefusedFile(.notAFile), index: index)
        case .unreadableName: return refused(file, because: "file_name", refusals[.fileName], index: index)
        case nil: break
        }
        do {
            var list = try loaded(&file, from: input, index: index)
            try digest.requireUnchanged(input.location, named: input.path)
            if !knownSenders.contains(input.sender) {
                list.issues.append(
                    Issue(.senderUnknown, value: input.sender, row: RowReference(file: index)))
            }
            return list
        } catch let refusal as RefusedFile {
            if refusal.reason == .unreadable {
                throw .failed("\(input.path): \(refusal); nothing was published")
            }
            return refused(file, refusal, index: index)
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw .failed("\(input.path): \(error)")
        }
    }

    /// A byte-identical copy: refused, its twin is loaded.
    func copy(of original: InputFile, _ input: InputFile, digest: FileDigest, index: Int32) -> SourceList {
        var file = SourceFile(
            path: input.path, sender: input.sender, sha256: digest.sha256, byteCount: digest.byteCount,
            status: .refused)
        file.message = refusals.text(.duplicate, detail: original.path)
        var list = SourceList(file: file)
        list.issues = [Issue(.fileDuplicate, value: original.path, row: RowReference(file: index))]
        return list
    }

    private func loaded(_ file: inout SourceFile, from input: InputFile, index: Int32) throws -> SourceList {
        var source = try TabularFile(path: input.location, limits: limits, memory: damage)
        file.format = source.format.rawValue

        var list = SourceList(file: file)
        if let assets, assets.takes(input.path) {
            try assets.read(&list, from: &source, index: index)
            list.file.encoding = source.encoding.name
            list.file.encodingConfidence = source.encoding.confidence
            return list
        }
        var normalizer = idle.take() ?? ListNormalizer(normalizer)
        defer { idle.give(back: normalizer) }
        normalizer.beginList()
        let extracted = try extractor.extract(fileIndex: index, path: input.path, sender: input.sender) {
            row, context in
            list.add(row, context: context, with: &normalizer)
        } from: { take in
            try source.read(take)
        }
        list.finish(extracted)
        list.file.encoding = source.encoding.name
        list.file.encodingConfidence = source.encoding.confidence
        return list
    }

    private func refused(_ file: SourceFile, _ refusal: RefusedFile, index: Int32) -> SourceList {
        refused(file, because: refusal.reason.rawValue, refusals.message(for: refusal), index: index)
    }

    private func refused(_ file: SourceFile, because reason: String, _ message: String, index: Int32) -> SourceList {
        var file = file
        file.status = .refused
        file.message = message
        var list = SourceList(file: file)
        list.issues = [Issue(.fileRefused, value: reason, detail: message, row: RowReference(file: index))]
        return list
    }
}

/// The normalisers that no thread is using, with all that they remember from the lists before.
private final class IdleNormalizers: Sendable {
    private let waiting = Mutex<[ListNormalizer]>([])

    func take() -> ListNormalizer? { waiting.withLock { $0.popLast() } }

    func give(back normalizer: ListNormalizer) { waiting.withLock { $0.append(normalizer) } }

    func removeAll() { waiting.withLock { $0.removeAll() } }
}

extension SourceList {
    /// Takes a row in: counted always, a record if it is a person that can be read.
    fileprivate mutating func add(_ row: SourceRow, context: RowContext, with normalizer: inout ListNormalizer) {
        var entry = RowEntry(sheet: row.place.sheet, number: row.place.row, kind: row.kind)
        if row.kind == .person {
            if normalizer.normalize(row, context: context, into: &self) {
                entry.record = Int32(records.count - 1)
            } else {
                entry.kind = .rejected
            }
        }
        if entry.kind == .rejected {
            rejected.append(RejectedRow(place: row.place, headings: [], cells: Array(row.cells)))
        }
        rows.append(entry)
    }

    /// Adds what only the whole file tells: contexts, totals, the list's date.
    fileprivate mutating func finish(_ extracted: ExtractedList) {
        contexts = extracted.contexts
        totals = extracted.totals
        issues += extracted.issues
        file.listDate = extracted.listDate
        file.sheets = extracted.sheets.map(\.name)
        for index in records.indices { records[index].listDate = extracted.listDate }
        for index in rejected.indices {
            let place = rejected[index].place
            rejected[index].headings = extracted.sheets[Int(place.sheet)].headings(forRow: place.row)
        }
    }
}
