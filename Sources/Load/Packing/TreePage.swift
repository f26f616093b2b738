// One page of a b-tree while it is being filled: https://www.sqlite.org/fileformat2.html#b_tree_pages.

/// A page that takes cells in order of their keys.
///
/// The page lives in memory of its own, used again for the next page of the same level.
final class TreePage {
    /// Bytes of every page of the database.
    static let size = 16384

    enum Kind: UInt8 {
        case indexInterior = 2
        case tableInterior = 5
        case indexLeaf = 10
        case tableLeaf = 13
    }

    private let kind: Kind
    private let memory: UnsafeMutableRawPointer
    private let headerSize: Int
    private(set) var cellCount = 0
    /// Cells are laid from the end of the page towards its front.
    private var contentStart = TreePage.size
    private var lastCellSize = 0

    init(_ kind: Kind) {
        self.kind = kind
        memory = .allocate(byteCount: Self.size, alignment: 16)
        headerSize = kind == .indexInterior || kind == .tableInterior ? 12 : 8
    }

    deinit { memory.deallocate() }

    /// Whether another cell of so many bytes fits.
    func hasRoom(for cellSize: Int) -> Bool { contentStart - headerSize - 2 * cellCount - 2 >= cellSize }

    /// Makes room for a cell, which `hasRoom` must have granted; answers where its bytes go.
    func place(cellSize: Int) -> UnsafeMutableRawPointer {
        contentStart -= cellSize
        memory.storeBytes(
            of: UInt16(contentStart).bigEndian, toByteOffset: headerSize + 2 * cellCount, as: UInt16.self)
        cellCount += 1
        lastCellSize = cellSize
        return memory + contentStart
    }

    /// Takes the last cell out again, once after it was placed.
    func removeLast() -> [UInt8] {
        let cell = [UInt8](UnsafeRawBufferPointer(start: memory + contentStart, count: lastCellSize))
        contentStart += lastCellSize
        cellCount -= 1
        lastCellSize = 0
        return cell
    }

    /// The finished page; the next cell begins the next one.
    ///
    /// - parameter rightmost: the last child of an interior page.
    func finish(rightmost: UInt32 = 0) -> UnsafeRawBufferPointer {
        memory.storeBytes(of: kind.rawValue, as: UInt8.self)
        memory.storeBytes(of: 0, toByteOffset: 1, as: UInt16.self)  // no free block
        memory.storeBytes(of: UInt16(cellCount).bigEndian, toByteOffset: 3, as: UInt16.self)
        memory.storeBytes(of: UInt16(contentStart).bigEndian, toByteOffset: 5, as: UInt16.self)
        memory.storeBytes(of: 0, toByteOffset: 7, as: UInt8.self)  // no fragments
        if headerSize == 12 { memory.storeBytes(of: rightmost.bigEndian, toByteOffset: 8, as: UInt32.self) }
        let pointersEnd = headerSize + 2 * cellCount
        (memory + pointersEnd).initializeMemory(as: UInt8.self, repeating: 0, count: contentStart - pointersEnd)
        cellCount = 0
        contentStart = Self.size
        return UnsafeRawBufferPointer(start: memory, count: Self.size)
    }
}
