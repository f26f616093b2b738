// The shape of a record XML document: every path of elements and attributes that occurs in it, once.

/// A path of a document: an element or attribute of one name below one path.
struct RecordNode {
    let parent: Int
    let name: String
    let isAttribute: Bool
    /// How often it occurs.
    var count = 0
    /// Whether it occurs more than once in one parent.
    var repeats = false
    var hasText = false
    var children: [Int] = []
    /// Its first values, joined; kept for what stands outside the records.
    var value: [UInt8] = []

    /// Whether it holds a value of its own: an attribute, an element with text, or an empty one without attributes.
    var isField: Bool { isAttribute || hasText || children.isEmpty }
}

/// The paths of a document, in order of their first appearance. Path 0 is the document itself.
struct RecordTree {
    private(set) var nodes = [RecordNode(parent: 0, name: "", isAttribute: false)]
    /// The path of a name below a path, packed into one number: looked up at every tag.
    private var places: [UInt64: Int] = [:]
    private var codes: [String: Int] = [:]
    private var names: [String] = []

    /// Paths that a document may have: more is no list.
    static let maximum = 20_000

    /// The number of a name, given now if it is new.
    mutating func code(ofName name: String) -> Int {
        if let code = codes[name] { return code }
        codes[name] = names.count
        names.append(name)
        return names.count - 1
    }

    /// The path of a name (by its number) below another; made now if it is new.
    mutating func child(of parent: Int, name: Int, isAttribute: Bool) throws -> Int {
        let place = UInt64(parent) << 33 | UInt64(name) << 1 | (isAttribute ? 1 : 0)
        if let node = places[place] { return node }
        guard nodes.count < Self.maximum else {
            throw RefusedFile(.limitColumns, detail: String(Self.maximum))
        }
        places[place] = nodes.count
        nodes[parent].children.append(nodes.count)
        nodes.append(RecordNode(parent: parent, name: names[name], isAttribute: isAttribute))
        return nodes.count - 1
    }

    mutating func update(_ node: Int, _ change: (inout RecordNode) -> Void) { change(&nodes[node]) }

    /// Whether a path lies below another.
    func isBelow(_ node: Int, _ ancestor: Int) -> Bool {
        var node = node
        while node != 0 {
            node = nodes[node].parent
            if node == ancestor { return true }
        }
        return false
    }

    /// The names from below an ancestor down to a path.
    func names(from ancestor: Int, to node: Int) -> [String] {
        var names: [String] = []
        var node = node
        while node != ancestor, node != 0 {
            names.append(nodes[node].name)
            node = nodes[node].parent
        }
        return names.reversed()
    }
}
