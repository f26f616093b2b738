// Memory that is filled once and then only read, by several threads, without checks: the columns of matching.

/// Elements that never change once they are there.
///
/// Unchecked: the memory is written by the initialiser alone, before anybody else can have the object, and freed when
/// the last owner lets go.
final class FrozenArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    let base: UnsafePointer<Element>
    let count: Int

    /// Memory for `count` elements, every one of which `fill` must set.
    init(count: Int, _ fill: (UnsafeMutableBufferPointer<Element>) -> Void) {
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
        fill(memory)
        base = UnsafePointer(memory.baseAddress ?? UnsafeMutablePointer<Element>.allocate(capacity: 1))
        self.count = count
    }

    convenience init(_ elements: [Element]) {
        self.init(count: elements.count) { memory in _ = memory.initialize(from: elements) }
    }

    deinit { base.deallocate() }

    subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count)
        return base[index]
    }
}
