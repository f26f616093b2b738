// Work on several threads, results in order: the outcome never depends on timing.

/// Does `work` for each position from 0 on several threads and hands the results to `take` in order of position.
///
/// The first failure ends it; what is under way is finished and dropped.
func inOrder<Output: Sendable>(
    _ count: Int, threads: Int, work: @escaping @Sendable (Int) throws(RunFailure) -> Output,
    take: (Output) throws(RunFailure) -> Void
) async throws(RunFailure) {
    do {
        try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            var started = 0
            var expected = 0
            var waiting: [Int: Output] = [:]
            func start() {
                guard started < count else { return }
                let position = started
                group.addTask { (position, try work(position)) }
                started += 1
            }
            for _ in 0..<threads { start() }
            while let (position, output) = try await group.next() {
                start()
                waiting[position] = output
                while let next = waiting.removeValue(forKey: expected) {
                    try take(next)
                    expected += 1
                }
            }
        }
    } catch let failure as RunFailure {
        throw failure
    } catch {
        throw .failed("\(error)")
    }
}
