// A file read on a thread of its own while what was read is worked on: the rows and their order are the same.

import Dispatch
import Synchronization
import Tabular

/// Carries the batches of a file from the thread that reads it to the one that works on them.
final class BatchConveyor: Sendable {
    /// What a file turned out to be when it was opened.
    struct OpenedFile: Sendable {
        var format: FileFormat
        var dialect: Dialect?
    }

    private enum Item: Sendable {
        case opened(OpenedFile)
        case batch(RowBatch, SheetInfo)
        case end
        case failure(any Error)
    }

    private struct Stopped: Error {}

    private let items = Mutex<[Item]>([])
    private let isStopped = Atomic<Bool>(false)
    private let room = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)
    /// How many items may wait: enough that neither side stands idle, few enough to take no memory to speak of.
    private static let capacity = 4

    private init() { for _ in 0..<Self.capacity { room.signal() } }

    /// Opens a file and hands on its batches in order, in the thread of the caller.
    ///
    /// - throws: what opening and reading throw, and what the closures throw.
    static func read(
        _ path: String, limits: ReadingLimits, opened: (OpenedFile) throws -> Void = { _ in },
        _ body: (RowBatch, SheetInfo) throws -> Void
    ) throws {
        let conveyor = BatchConveyor()
        DispatchQueue.global().async { conveyor.produce(path, limits) }
        do {
            while true {
                switch conveyor.take() {
                case .opened(let file): try opened(file)
                case .batch(let batch, let sheet): try body(batch, sheet)
                case .end: return
                case .failure(let error): throw error
                }
            }
        } catch {
            // The reader may wait for room.
            conveyor.isStopped.store(true, ordering: .relaxed)
            conveyor.room.signal()
            throw error
        }
    }

    private func produce(_ path: String, _ limits: ReadingLimits) {
        do {
            var file = try TabularFile(path: path, limits: limits, unknownLetters: .readAsWestern)
            try put(.opened(OpenedFile(format: file.format, dialect: file.dialect)))
            try file.read { batch, sheet in try put(.batch(batch, sheet)) }
            try put(.end)
        } catch is Stopped {
        } catch {
            try? put(.failure(error))
        }
    }

    private func put(_ item: Item) throws {
        room.wait()
        if isStopped.load(ordering: .relaxed) { throw Stopped() }
        items.withLock { $0.append(item) }
        filled.signal()
    }

    private func take() -> Item {
        filled.wait()
        let item = items.withLock { $0.removeFirst() }
        room.signal()
        return item
    }
}
