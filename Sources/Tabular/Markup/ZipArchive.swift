// The safe face of libzip: entries by name, inflated as a stream, hostile and damaged archives refused.

internal import CLibZip
internal import Glibc

/// A zip that is open for reading.
final class ZipArchive {
    private let archive: OpaquePointer
    private let limits: ReadingLimits

    /// Below this many bytes, any ratio of inflation is harmless.
    private static let harmlessBytes = 1 << 20

    init(_ input: MarkupInput, limits: ReadingLimits) throws(RefusedFile) {
        var code: Int32 = 0
        let opened: OpaquePointer? =
            switch input {
            case .file(let path): zip_open(path, ZIP_RDONLY, &code)
            case .bytes(let bytes): Self.open(bytes)
            }
        guard let opened else { throw RefusedFile(.damagedArchive) }
        archive = opened
        self.limits = limits
        let count = zip_get_num_entries(archive, 0)
        guard count <= limits.zipEntries else {
            throw RefusedFile(.limitEntries, detail: String(limits.zipEntries))
        }
        try checkTotal(of: count, in: try input.byteCount())
    }

    /// Refuses entries that share their packed bytes: each may be harmless, and all together are not.
    private func checkTotal(of count: Int64, in packed: Int) throws(RefusedFile) {
        var total = 0
        for index in 0..<UInt64(max(count, 0)) {
            var status = zip_stat_t()
            guard zip_stat_index(archive, index, 0, &status) == 0 else { continue }
            total = Int(clamping: UInt64(total) + min(status.size, UInt64(UInt32.max) << 8))
        }
        guard total <= Self.harmlessBytes || total / max(packed, 1) <= limits.zipRatio else {
            throw RefusedFile(.limitRatio, detail: String(limits.zipRatio))
        }
    }

    deinit { zip_discard(archive) }

    func contains(_ name: String) -> Bool { index(of: name) != nil }

    /// Hands on the bytes of an entry in order, as long as `body` wants more (answers true); nothing if there is none.
    func read(_ name: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Bool) throws {
        guard let index = index(of: name) else { return }
        let (packed, size) = try check(index)
        guard let file = zip_fopen_index(archive, index, 0) else { throw refusal() }
        defer { zip_fclose(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: MarkupInput.chunkBytes, alignment: 64)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            let count = Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
            guard count >= 0 else { throw RefusedFile(.damagedArchive) }
            if count == 0 { return }
            total += count
            try check(inflated: total, packed: packed)
            guard total <= size else { throw RefusedFile(.damagedArchive) }
            let chunk = UnsafeRawBufferPointer(rebasing: buffer[0..<count])
            guard try chunk.withMemoryRebound(to: UInt8.self, body) else { return }
        }
    }

    /// Parses an entry as XML; nothing if there is none.
    func parse(_ name: String, _ handler: any SAXHandler) throws {
        guard contains(name) else { return }
        let parser = SAXParser(handler: handler, limits: limits)
        try read(name) {
            try parser.push($0)
            return true
        }
        try parser.finish()
    }

    /// Names of parts are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
    private func index(of name: String) -> UInt64? {
        let index = zip_name_locate(archive, name, UInt32(ZIP_FL_NOCASE))
        return index < 0 ? nil : UInt64(index)
    }

    /// Refuses an entry that is encrypted or too large by its own word; answers how many bytes it takes, packed and not.
    private func check(_ index: UInt64) throws -> (packed: Int, size: Int) {
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0 else { throw RefusedFile(.damagedArchive) }
        if status.encryption_method != UInt16(ZIP_EM_NONE) { throw RefusedFile(.encrypted) }
        let packed = Int(clamping: status.comp_size)
        let size = Int(clamping: status.size)
        try check(inflated: size, packed: packed)
        return (packed, size)
    }

    private func check(inflated: Int, packed: Int) throws {
        guard inflated <= limits.zipEntryBytes else {
            throw RefusedFile(.limitEntrySize, detail: String(limits.zipEntryBytes))
        }
        guard inflated <= Self.harmlessBytes || inflated / max(packed, 1) <= limits.zipRatio else {
            throw RefusedFile(.limitRatio, detail: String(limits.zipRatio))
        }
    }

    private func refusal() -> RefusedFile {
        let code = zip_error_code_zip(zip_get_error(archive))
        let isEncrypted = [ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP].contains(code)
        return RefusedFile(isEncrypted ? .encrypted : .damagedArchive)
    }

    private static func open(_ bytes: [UInt8]) -> OpaquePointer? {
        guard let copy = malloc(bytes.count) else { return nil }
        bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count) }
        var error = zip_error_t()
        // The last flag gives the copy to libzip, which frees it.
        guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
            free(copy)
            return nil
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            return nil
        }
        return archive
    }
}
