// A mapping of a YAML file, read with care: every mistake is an error with file, line and what was expected there.

import Personnel
import Yams

/// One mapping of a YAML file whose values are asked for by key and type.
struct YAMLMapping {
    let path: String
    /// The keys that lead here (`senders.3`), for messages.
    let trail: String
    /// The line on which it begins, from 1.
    let line: Int
    private let node: Node.Mapping

    /// Reads the root mapping of a YAML text.
    init(yaml: String, path: String) throws(ReferenceError) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw Self.syntaxError(error, path: path)
        }
        guard let root, case .mapping(let mapping) = root else {
            throw ReferenceError(path: path, line: 1, expected: "keys with values", found: "none")
        }
        self.init(path: path, trail: "", node: mapping, line: root.mark?.line ?? 1)
    }

    private init(path: String, trail: String, node: Node.Mapping, line: Int) {
        self.path = path
        self.trail = trail
        self.node = node
        self.line = line
    }

    /// The keys in the order of the file.
    var keys: [String] { node.keys.compactMap(\.string) }

    /// Refuses keys that are not among the known ones.
    func allow(only known: [String]) throws(ReferenceError) {
        for (key, _) in node {
            let name = key.string ?? ""
            guard known.contains(name) else {
                throw ReferenceError(
                    path: path, line: key.mark?.line ?? line, column: trail.isEmpty ? nil : trail,
                    expected: "one of the keys \(known.joined(separator: ", "))", found: name)
            }
        }
    }

    func string(_ key: String) throws(ReferenceError) -> String {
        guard let text = try optionalString(key) else { throw missing(key, expected: "a text") }
        return text
    }

    func optionalString(_ key: String) throws(ReferenceError) -> String? {
        guard let value = node[key] else { return nil }
        guard let text = value.string, !text.isEmpty else { throw mistake(value, key, expected: "a text") }
        return text
    }

    func optionalInteger(_ key: String, in range: ClosedRange<Int>) throws(ReferenceError) -> Int? {
        guard let value = node[key] else { return nil }
        guard let number = value.int, range.contains(number) else {
            throw mistake(value, key, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func optionalNumber(_ key: String, in range: ClosedRange<Double>) throws(ReferenceError) -> Double? {
        guard let value = node[key] else { return nil }
        guard let number = value.float, range.contains(number) else {
            throw mistake(value, key, expected: "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func optionalBool(_ key: String) throws(ReferenceError) -> Bool? {
        guard let value = node[key] else { return nil }
        guard let answer = value.bool else { throw mistake(value, key, expected: "true or false") }
        return answer
    }

    /// The texts of a list, or the one text that stands for a list of one.
    func strings(_ key: String) throws(ReferenceError) -> [String] {
        guard let texts = try optionalStrings(key) else { throw missing(key, expected: "a text or a list of texts") }
        return texts
    }

    func optionalStrings(_ key: String) throws(ReferenceError) -> [String]? {
        guard let value = node[key] else { return nil }
        return try texts(of: value, key)
    }

    /// Lists of texts, in a list.
    func optionalSequences(_ key: String) throws(ReferenceError) -> [[String]]? {
        guard let value = node[key] else { return nil }
        guard case .sequence(let sequence) = value else { throw mistake(value, key, expected: "a list of lists") }
        var lists: [[String]] = []
        for element in sequence { lists.append(try texts(of: element, key)) }
        return lists
    }

    private func texts(of value: Node, _ key: String) throws(ReferenceError) -> [String] {
        if case .sequence(let sequence) = value, !sequence.isEmpty {
            let texts = sequence.compactMap(\.scalar?.string)
            if texts.count == sequence.count, !texts.contains("") { return texts }
        } else if let text = value.scalar?.string, !text.isEmpty {
            return [text]
        }
        throw mistake(value, key, expected: "a text or a list of texts")
    }

    func date(_ key: String) throws(ReferenceError) -> PartialDate {
        guard let value = node[key] else { throw missing(key, expected: "a date such as 2025-07-01") }
        guard let text = value.scalar?.string, let date = PartialDate(iso: text), date.isFull else {
            throw mistake(value, key, expected: "a date such as 2025-07-01")
        }
        return date
    }

    /// The value of a key that must be one of the choices.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, of type: Choice.Type
    ) throws(ReferenceError) -> Choice? {
        guard let value = node[key] else { return nil }
        guard let text = value.string, let choice = Choice(rawValue: text) else {
            let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw mistake(value, key, expected: "one of \(names)")
        }
        return choice
    }

    func mapping(_ key: String) throws(ReferenceError) -> YAMLMapping {
        guard let mapping = try optionalMapping(key) else { throw missing(key, expected: "keys with values") }
        return mapping
    }

    func optionalMapping(_ key: String) throws(ReferenceError) -> YAMLMapping? {
        guard let value = node[key] else { return nil }
        guard case .mapping(let mapping) = value else { throw mistake(value, key, expected: "keys with values") }
        return YAMLMapping(path: path, trail: extended(by: key), node: mapping, line: value.mark?.line ?? line)
    }

    func optionalMappings(_ key: String) throws(ReferenceError) -> [YAMLMapping]? {
        node[key] == nil ? nil : try mappings(key)
    }

    func mappings(_ key: String) throws(ReferenceError) -> [YAMLMapping] {
        guard let value = node[key] else { throw missing(key, expected: "a list") }
        guard case .sequence(let sequence) = value, !sequence.isEmpty else {
            throw mistake(value, key, expected: "a list")
        }
        var mappings: [YAMLMapping] = []
        for (index, element) in sequence.enumerated() {
            let trail = extended(by: "\(key)[\(index + 1)]")
            guard case .mapping(let mapping) = element else {
                throw ReferenceError(
                    path: path, line: element.mark?.line ?? line, column: trail, expected: "keys with values",
                    found: element.string ?? "a list")
            }
            mappings.append(YAMLMapping(path: path, trail: trail, node: mapping, line: element.mark?.line ?? line))
        }
        return mappings
    }

    /// The error for the value of a key that is not what it should be.
    func mistake(_ key: String, expected: String) -> ReferenceError {
        guard let value = node[key] else { return missing(key, expected: expected) }
        return mistake(value, key, expected: expected)
    }

    private func mistake(_ value: Node, _ key: String, expected: String) -> ReferenceError {
        ReferenceError(
            path: path, line: value.mark?.line ?? line, column: extended(by: key), expected: expected,
            found: value.scalar?.string ?? "a list or keys")
    }

    private func missing(_ key: String, expected: String) -> ReferenceError {
        ReferenceError(path: path, line: line, column: extended(by: key), expected: expected, found: "")
    }

    private func extended(by key: String) -> String { trail.isEmpty ? key : "\(trail).\(key)" }

    private static func syntaxError(_ error: any Error, path: String) -> ReferenceError {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            ReferenceError(path: path, line: mark.line, expected: "valid YAML", found: problem)
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            ReferenceError(
                path: path, line: context.mark.line, expected: "each key once",
                found: duplicates.sorted().joined(separator: ", "))
        default:
            ReferenceError(path: path, line: 1, expected: "valid YAML", found: "\(error)")
        }
    }
}
