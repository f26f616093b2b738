import Glibc
import Testing

@testable import Pipeline

@Suite("Input folder")
struct InputFolderTests {
    @Test("lists files in the byte order of their paths, each with its sender")
    func lists() throws {
        let folder = try TemporaryFolder()
        for name in ["tuan-giao/b.csv", "tuan-giao/a/c.xml", "muong-cha/z.csv", "lone.csv"] {
            try folder.write("x", to: name)
        }
        let files = try InputFolder(location: folder.path).files()
        #expect(files.map(\.path) == ["lone.csv", "muong-cha/z.csv", "tuan-giao/a/c.xml", "tuan-giao/b.csv"])
        #expect(files.map(\.sender) == ["", "muong-cha", "tuan-giao", "tuan-giao"])
    }

    @Test("leaves out hidden files, Excel's lock files, decisions, and its own README")
    func leavesOut() throws {
        let folder = try TemporaryFolder()
        let names = [
            "a/.DS_Store", "a/~$list.xlsx", ".hidden/a.csv", "decisions/review.csv", "README.md", "a/list.csv",
        ]
        for name in names { try folder.write("x", to: name) }
        #expect(try InputFolder(location: folder.path).files().map(\.path) == ["a/list.csv"])
    }

    @Test("keeps a README in a sender's folder: only a file that is no list may be left out in silence")
    func keepsOthers() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "a/README.md")
        #expect(try InputFolder(location: folder.path).files().map(\.path) == ["a/README.md"])
    }

    @Test("hands on an empty folder that is named like a list, to be refused")
    func folderNamedLikeList() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("a/danh sach.csv")
        let files = try InputFolder(location: folder.path).files()
        #expect(files.map(\.obstacle) == [.notAFile])
    }

    @Test("hands on a pipe to be refused: nobody may wait for its writer")
    func pipe() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("a")
        #expect(mkfifo(folder.path + "/a/list.csv", 0o600) == 0)
        let files = try InputFolder(location: folder.path).files()
        #expect(files.map(\.obstacle) == [.notAFile])
    }

    @Test("hands on a name that is no Unicode to be refused, its bytes in sight, and lists the others")
    func foreignName() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "a/danh sach.csv")
        let name = Array((folder.path + "/a/danh s").utf8) + [0xE1] + Array("ch.csv\0".utf8)
        let descriptor = name.withUnsafeBytes {
            open($0.baseAddress!.assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o600)
        }
        #expect(descriptor >= 0)
        close(descriptor)
        let files = try InputFolder(location: folder.path).files()
        #expect(files.map(\.path) == ["a/danh s\\xE1ch.csv", "a/danh sach.csv"])
        #expect(files.map(\.obstacle) == [.unreadableName, nil])
    }

    @Test("follows the first of two links to one folder, and no link into a folder that it is in")
    func links() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "z/list.csv")
        #expect(symlink("z", folder.path + "/m") == 0)
        #expect(symlink("z", folder.path + "/b") == 0)
        #expect(symlink("..", folder.path + "/z/up") == 0)
        #expect(try InputFolder(location: folder.path).files().map(\.path) == ["b/list.csv"])
    }

    @Test("keeps the files of decisions apart")
    func decisions() throws {
        let folder = try TemporaryFolder()
        #expect(try InputFolder(location: folder.path).decisionFiles().isEmpty)
        for name in ["a/list.csv", "decisions/b.csv", "decisions/2025/a.csv", "decisions/~$b.csv"] {
            try folder.write("x", to: name)
        }
        let files = try InputFolder(location: folder.path).decisionFiles()
        #expect(files.map(\.path) == ["decisions/2025/a.csv", "decisions/b.csv"])
    }

    @Test("a file that is written to after its digest was taken is lost input")
    func changedFile() throws {
        let folder = try TemporaryFolder()
        try folder.write("before", to: "a/list.csv")
        let path = folder.path + "/a/list.csv"
        let digest = try FileDigest(of: path, named: "a/list.csv")
        try digest.requireUnchanged(path, named: "a/list.csv")
        try folder.write("afterwards", to: "a/list.csv")
        let failure = #expect(throws: RunFailure.self) { try digest.requireUnchanged(path, named: "a/list.csv") }
        #expect(failure?.status == .failed)
        #expect(failure?.description.contains("a/list.csv: was changed") == true)
    }

    @Test("that is missing, a file, or empty is one clear sentence and its status")
    func refuses() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "file")
        try folder.makeFolder("empty")
        for (name, status, words) in [
            ("nowhere", ExitStatus.usage, "no such input folder"), ("file", .usage, "is a file"),
            ("empty", .failed, "holds no file"),
        ] {
            let failure = #expect(throws: RunFailure.self) {
                try InputFolder(location: folder.path + "/" + name).files()
            }
            #expect(failure?.status == status)
            #expect(failure?.description.contains(words) == true)
        }
    }
}
