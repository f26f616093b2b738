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
        #expect(files.map(\.isFolder) == [true])
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
