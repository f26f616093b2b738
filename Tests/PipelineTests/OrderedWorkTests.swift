import Testing

@testable import Pipeline

@Suite("Work on several threads")
struct OrderedWorkTests {
    @Test("is handed on in order, whatever the number of threads", arguments: [1, 2, 7])
    func inOrderOfPosition(threads: Int) async throws {
        var taken: [Int] = []
        try await inOrder(100, threads: threads, work: { $0 * $0 }, take: { taken.append($0) })
        #expect(taken == (0..<100).map { $0 * $0 })
    }

    @Test("ends with the first failure")
    func failure() async {
        await #expect(throws: RunFailure.failed("position 5")) {
            try await inOrder(
                10, threads: 2,
                work: { (position: Int) throws(RunFailure) -> Int in
                    if position == 5 { throw .failed("position 5") }
                    return position
                }, take: { _ in })
        }
    }

    @Test("of nothing is nothing")
    func empty() async throws {
        try await inOrder(0, threads: 4, work: { $0 }, take: { _ in Issue.record("nothing to take") })
    }
}
