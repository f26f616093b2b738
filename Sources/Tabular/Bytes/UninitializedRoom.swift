// Room at the end of an array that is written once: what is filled with zeros first is written twice.

extension [UInt8] {
    /// Adds what `body` writes into fresh memory for so many bytes; it answers how many it wrote.
    @inline(__always)
    mutating func appendUninitialized(atMost size: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        append(addingCapacity: size) { span in
            span.withUnsafeMutableBufferPointer { buffer, count in
                guard let room = buffer.baseAddress else { return }
                let written = body(room)
                precondition(written <= size, "more was written than there was room for")
                count = written
            }
        }
    }
}
