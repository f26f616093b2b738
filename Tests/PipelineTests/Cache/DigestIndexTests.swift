// A file is not read again only where it is certain that it did not change.

import Foundation
import Testing

@testable import Pipeline

@Suite struct DigestIndexTests {
    /// A folder with one file, and where the index goes.
    private struct Place {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sapxep-" + UUID().uuidString).path
        var file: String { folder + "/list.csv" }
        var index: String { folder + "/digests" }

        init() throws {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data("a;b\n".utf8).write(to: URL(fileURLWithPath: file))
        }

        func digest() throws -> FileDigest { try FileDigest(of: file, named: "list.csv") }
        func remove() { try? FileManager.default.removeItem(atPath: folder) }
    }

    @Test("a digest is known again as long as nothing of the file changed")
    func known() throws {
        let place = try Place()
        defer { place.remove() }
        let digest = try place.digest()
        DigestIndex(path: place.index).write([digest, .empty], now: Date().timeIntervalSince1970 + 60)
        #expect(DigestIndex(path: place.index).digest(of: place.file) == digest)
        #expect(DigestIndex(path: place.index).digest(of: place.index) == nil)
        try Data("b;a\n".utf8).write(to: URL(fileURLWithPath: place.file))
        #expect(DigestIndex(path: place.index).digest(of: place.file) == nil)
    }

    @Test("a file that changed when the index was written, or after, is read again")
    func fresh() throws {
        let place = try Place()
        defer { place.remove() }
        DigestIndex(path: place.index).write([try place.digest()], now: Date().timeIntervalSince1970)
        #expect(DigestIndex(path: place.index).digest(of: place.file) == nil)
    }

    @Test(
        "what is no index knows nothing",
        arguments: ["", "x", "sapxep digests 1\n", "sapxep digests 1\n99999999999\n1 2 3\n"])
    func damaged(text: String) throws {
        let place = try Place()
        defer { place.remove() }
        try Data(text.utf8).write(to: URL(fileURLWithPath: place.index))
        #expect(DigestIndex(path: place.index).digest(of: place.file) == nil)
    }
}
