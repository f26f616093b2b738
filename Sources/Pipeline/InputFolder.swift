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
    /// True for a folder that is named like a list (`danh sach.csv/`): refused, since a list was meant.
    var isFolder = false
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
        try collect(folder: "", into: &files, visited: &visited)
        guard !files.isEmpty else {
            throw .failed("\(location): holds no file to read; put each sender's lists into a folder of its own")
        }
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private func collect(
        folder: String, into files: inout [InputFile], visited: inout Set<FolderIdentity>
    ) throws(RunFailure) {
        for name in try names(in: folder) where !name.hasPrefix(".") && !name.hasPrefix("~$") {
            let path = folder.isEmpty ? name : folder + "/" + name
            if path == Self.decisions || path == Self.readme { continue }
            let full = location + "/" + path
            var status = stat()
            guard stat(full, &status) == 0 else {
                throw .failed("\(path): vanished or can't be read (\(systemMessage())); nothing was published")
            }
            let sender = path.firstIndex(of: "/").map { String(path[..<$0]) } ?? ""
            guard status.st_mode & S_IFMT == S_IFDIR else {
                files.append(InputFile(path: path, location: full, sender: sender))
                continue
            }
            guard visited.insert(FolderIdentity(status)).inserted else { continue }
            let before = files.count
            try collect(folder: path, into: &files, visited: &visited)
            if files.count == before, Self.listEndings.contains(where: { name.lowercased().hasSuffix($0) }) {
                files.append(InputFile(path: path, location: full, sender: sender, isFolder: true))
            }
        }
    }

    private func names(in folder: String) throws(RunFailure) -> [String] {
        let full = folder.isEmpty ? location : location + "/" + folder
        guard let handle = opendir(full) else {
            throw .failed("\(full): can't be read (\(systemMessage())); nothing was published")
        }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
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
