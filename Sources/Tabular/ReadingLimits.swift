// Bounds that keep a hostile or broken file from taking the machine: each has its own message when it is crossed.

/// What a reader accepts at most. All can be set in the pipeline; the defaults suit official lists with much to spare.
public struct ReadingLimits: Sendable, Equatable {
    /// Cells of a row.
    public var columns = 2_000
    /// Bytes of a cell, decoded.
    public var cellBytes = 1 << 20
    /// Bytes and cells of a sheet that merges and shared texts may repeat, beside what its own cells give reason for.
    public var repeatedBytes = 64 << 20
    /// Levels of nesting in XML and HTML.
    public var depth = 64
    /// Bytes of an element's or attribute's name.
    public var nameBytes = 1_000
    /// Files in a zip.
    public var zipEntries = 10_000
    /// Bytes of a zip's entry, inflated.
    public var zipEntryBytes = 4 << 30
    /// How many times larger an entry may be inflated than it is packed.
    public var zipRatio = 400

    public init() {}
}
