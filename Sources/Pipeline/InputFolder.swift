// What lies under INPUT: the files to read, in path order, and who sent each.

import Glibc

/// A file under the input folder.
struct InputFile: Sendable, Equatable {
    /// Path relative to the input folder, with `/`.
    var path: String
    /// The path to open it by.
    var location: String
    /// The first folder of the path; empty for a file that lies in the input folder itself.
    var sender: String
    /// Why it is refused before anybody opens it; nil for a regular file.
    var obstacle: Obstacle?

    /// What can't be a list, whatever is in it.
    enum Obstacle: Sendable {
        /// A folder that is named like a list (`danh sach.csv/`), a pipe, a device: a list was meant, or nothing at all.
        case notAFile
        /// A name that is no Unicode, as old archives leave behind; its path shows the bytes as `\xE1`.
        case unreadableName
    }
}

/// The input folder of a run.
struct InputFolder {
    let location: String

    /// The folder in which people's decisions lie: no sender.
    static let decisions = "decisions"

    /// The page in the input folder itself that tells people what lies there.
    private static let readme = "README.md"

    private static let listEndings = [".csv", ".tsv", ".txt", ".xls", ".xml", ".xlsx", ".htm", ".html"]

    /// All files to read, in the byte order of their paths.
    ///
    /// Hidden files, lock files of Excel (`~$…`), the decisions and the folder's own README.md are left out. Links are
    /// followed, each folder once.
    /// - Throws: `RunFailure` (usage) when the folder is missing or no folder, (failed) when a part of it can't be read
    ///   or nothing is in it.
    func files() throws(RunFailure) -> [InputFile] {
        var status = stat()
        guard stat(location, &status) == 0 else {
            throw .usage("\(location): there is no such input folder; name one with --input")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .usage("\(location): is a file; --input takes the folder that holds the senders' folders")
        }
        var files: [InputFile] = []
        var visited: Set<FolderIdentity> = [FolderIdentity(status)]
        try collect(folder: "", into: &files, visited: &visited) { $0 == Self.decisions || $0 == Self.readme }
        guard !files.isEmpty else {
            throw .failed("\(location): holds no file to read; put each sender's lists into a folder of its own")
        }
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The files in which people wrote decisions, in the byte order of their paths; none where the folder is missing.
    func decisionFiles() throws(RunFailure) -> [InputFile] {
        var status = stat()
        guard stat(location + "/" + Self.decisions, &status) == 0 else { return [] }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .failed("\(location)/\(Self.decisions): is a file where the folder of decisions belongs")
        }
        var files: [InputFile] = []
        var visited: Set<FolderIdentity> = [FolderIdentity(status)]
        try collect(folder: Self.decisions, into: &files, visited: &visited)
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private func collect(
        folder: String, into files: inout [InputFile], visited: inout Set<FolderIdentity>,
        except isLeftOut: (_ path: String) -> Bool = { _ in false }
    ) throws(RunFailure) {
        for entry in try entries(of: folder) where !entry.name.hasPrefix(".") && !entry.name.hasPrefix("~$") {
            let name = entry.name
            let path = folder.isEmpty ? name : folder + "/" + name
            if isLeftOut(path) { continue }
            let full = location + "/" + path
            let sender = path.firstIndex(of: "/").map { String(path[..<$0]) } ?? ""
            guard entry.isUnicode else {
                files.append(InputFile(path: path, location: full, sender: sender, obstacle: .unreadableName))
                continue
            }
            var status = stat()
            guard stat(full, &status) == 0 else {
                throw .failed("\(path): vanished or can't be read (\(systemMessage())); nothing was published")
            }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                // To open a pipe that nobody writes to would hold the run, and its lock, for ever.
                let isRegular = status.st_mode & S_IFMT == S_IFREG
                files.append(
                    InputFile(path: path, location: full, sender: sender, obstacle: isRegular ? nil : .notAFile))
                continue
            }
            guard visited.insert(FolderIdentity(status)).inserted else { continue }
            let before = files.count
            try collect(folder: path, into: &files, visited: &visited)
            if files.count == before, Self.listEndings.contains(where: { name.lowercased().hasSuffix($0) }) {
                files.append(InputFile(path: path, location: full, sender: sender, obstacle: .notAFile))
            }
        }
    }

    /// What a folder holds, in the byte order of the names: of two links to one folder always the same is followed.
    private func entries(of folder: String) throws(RunFailure) -> [FolderEntry] {
        let full = folder.isEmpty ? location : location + "/" + folder
        guard let handle = opendir(full) else {
            throw .failed("\(full): can't be read (\(systemMessage())); nothing was published")
        }
        defer { closedir(handle) }
        var names: [[UInt8]] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8) && name != Array("..".utf8) { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map { FolderEntry($0) }
    }
}

/// A name in a folder, which need not be text.
private struct FolderEntry {
    /// Bytes that are no ASCII stand as `\xE1` where the name is no Unicode.
    let name: String
    let isUnicode: Bool

    init(_ bytes: [UInt8]) {
        if let text = String(validating: bytes, as: UTF8.self) {
            (name, isUnicode) = (text, true)
        } else {
            let shown = bytes.map { byte in
                byte < 0x80 ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
            }
            (name, isUnicode) = (shown.joined(), false)
        }
    }
}

/// Which folder it is, whatever path leads to it.
private struct FolderIdentity: Hashable {
    let device: UInt64
    let node: UInt64

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        node = UInt64(status.st_ino)
    }
}
