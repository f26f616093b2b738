// What a run leaves for the next one in OUTPUT/.cache: digests of files, lists that were read, what was published last.

import Crypto
import Glibc
import Personnel

/// The cache of an output folder: safe to delete at any time, never trusted blindly, for its owner only.
struct RunCache: Sendable {
    private let folder: String
    /// What makes a list come out as it does, beside the file: this very program, the pipeline, the as-of date.
    private let circumstances: String

    /// - Parameter output: the output folder.
    /// - Parameter program: the digest of the running program.
    init(output: String, program: String, configSHA256: String, asOf: PartialDate) {
        folder = output + "/.cache"
        circumstances = [program, configSHA256, asOf.description].joined(separator: "\0")
    }

    /// Makes the folder; a cache that can't be made is none, and no reason to fail.
    func prepare() {
        mkdir(folder, 0o700)
        mkdir(folder + "/lists", 0o700)
    }

    // MARK: - Lists

    /// The list that reading the file would give; nil where it is not in the cache.
    func list(of input: InputFile, digest: FileDigest, index: Int32) -> SourceList? {
        guard input.obstacle == nil, let bytes = readWhole(path(of: input, digest)) else { return nil }
        let file = SourceFile(
            path: input.path, sender: input.sender, sha256: digest.sha256, byteCount: digest.byteCount)
        return ListArchive.list(from: bytes, file: file, index: index)
    }

    /// Keeps a list that was read; not one of assets, which the archive has no place for: those are few, and read again.
    func keep(_ list: SourceList, of input: InputFile, digest: FileDigest) {
        if input.obstacle == nil, list.assets.isEmpty, list.figures.isEmpty {
            replace(path(of: input, digest), with: ListArchive.bytes(of: list))
        }
    }

    /// Forgets every list but those of these files.
    func prune(keeping inputs: [InputFile], digests: [FileDigest]) {
        let kept = Set(zip(inputs, digests).map { name(of: $0, $1) })
        for name in OutputFolder.names(in: folder + "/lists") where !kept.contains(name) {
            unlink(folder + "/lists/" + name)
        }
    }

    private func path(of input: InputFile, _ digest: FileDigest) -> String {
        folder + "/lists/" + name(of: input, digest)
    }

    private func name(of input: InputFile, _ digest: FileDigest) -> String {
        let key = [circumstances, input.path, input.sender, digest.sha256].joined(separator: "\0")
        return hexadecimal(SHA256.hash(data: Array(key.utf8)).prefix(16))
    }

    // MARK: - The run before

    /// A text by which a later run knows that nothing changed: everything that an outcome depends on.
    func fingerprint(inputs: [InputFile], digests: [FileDigest]) -> String {
        var hash = SHA256()
        func add(_ text: String) { hash.update(data: Array((text + "\0").utf8)) }
        add(circumstances)
        for (input, digest) in zip(inputs, digests) {
            add(input.path)
            add(digest.sha256)
        }
        return hexadecimal(hash.finalize())
    }

    /// The run with a fingerprint, where it was the last to be published: its folder's name, its exit status and its
    /// account, as `remember` was told them.
    func publishedRun(withFingerprint fingerprint: String) -> (name: String, status: Int32, account: String)? {
        guard let bytes = readWhole(folder + "/published") else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", maxSplits: 3)
        guard lines.count == 4, lines[0] == fingerprint[...], let status = Int32(lines[2]) else { return nil }
        return (String(lines[1]), status, String(lines[3]))
    }

    /// Remembers which run was published last.
    func remember(publishedRun name: String, fingerprint: String, status: Int32, account: String) {
        replace(folder + "/published", with: Array("\(fingerprint)\n\(name)\n\(status)\n\(account)".utf8))
    }

    /// Forgets which run was published last: something is about to be published.
    func forgetPublishedRun() { unlink(folder + "/published") }
}

/// All bytes of a file; nil where it can't be read.
func readWhole(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while count < size {
            guard let base = buffer.baseAddress else { return }
            let read = Glibc.read(descriptor, base + count, size - count)
            if read < 0 && errno == EINTR { continue }
            if read <= 0 { return }
            count += read
        }
    }
}

/// Puts bytes in the place of a file by one rename: whoever reads it sees the old or the new, never a part. A disk that is
/// full leaves the old.
func replace(_ path: String, with bytes: [UInt8]) {
    let fresh = path + ".new"
    let descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes { all in
            Glibc.write(descriptor, all.baseAddress?.advanced(by: written), all.count - written)
        }
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { break }
        written += count
    }
    close(descriptor)
    if written < bytes.count || rename(fresh, path) != 0 { unlink(fresh) }
}
