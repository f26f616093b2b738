// Work split over threads whose outcome does not depend on which thread did what.

import Dispatch
import Synchronization

/// Does `work` for each number below `count`, several at once, and gives the outcomes in order of number.
func inParallel<Outcome: Sendable>(
    _ count: Int, threads: Int, _ work: @Sendable (Int) -> Outcome
) -> [Outcome] {
    if threads <= 1 || count <= 1 { return (0..<count).map(work) }
    let next = Atomic<Int>(0)
    let outcomes = Mutex<[Outcome?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
        while true {
            let number = next.add(1, ordering: .relaxed).oldValue
            guard number < count else { return }
            let outcome = work(number)
            outcomes.withLock { $0[number] = outcome }
        }
    }
    return outcomes.withLock { $0 }.compactMap { $0 }
}

/// The values of a function for each number below `count`, in order, each written where it belongs.
func mapInParallel<Value: BitwiseCopyable & Sendable>(
    _ count: Int, threads: Int, _ value: @Sendable (Int) -> Value
) -> [Value] {
    let parts = pieces(of: count, threads * 8)
    return [Value](unsafeUninitializedCapacity: count) { memory, filled in
        // Each piece fills places of its own.
        nonisolated(unsafe) let base = memory.baseAddress
        _ = inParallel(parts.count, threads: threads) { part in
            guard let base else { return }
            for index in parts[part] { (base + index).initialize(to: value(index)) }
        }
        filled = count
    }
}

/// A range cut into about equal pieces, one after the other.
func pieces(of count: Int, _ number: Int) -> [Range<Int>] {
    let size = max(1, (count + number - 1) / max(1, number))
    return stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
}
