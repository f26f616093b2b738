// Orders that SQL does not know: Vietnamese names and texts, the order of words for codes, as functions of a connection.

import GRDB
import GRDBSQLite
import Personnel

/// Functions for `ORDER BY`, called by SQLite with the bytes of its values: a report sorts by them once a row.
///
/// `name_order(name)` and `text_order(text)` give keys that compare byte by byte; `label_order(domain, code)` the place of
/// a code among the words of its domain, the last for NULL and unknown codes; `field_order(name)` the place of a field in
/// a list. See https://www.sqlite.org/c3ref/create_function.html.
enum ReportOrder {
    static func add(to db: Database, texts: ReportTexts) {
        add(
            "name_order", arguments: 1,
            OrderState { state, values, context in
                state.order.writeKey(ofName: text(of: values[0]))
                answer(state.order.key, context)
            }, to: db)
        add(
            "text_order", arguments: 1,
            OrderState { state, values, context in
                state.order.writeKey(of: text(of: values[0]))
                answer(state.order.key, context)
            }, to: db)
        add(
            "label_order", arguments: 2,
            OrderState { state, values, context in
                guard let code = values[1], sqlite3_value_type(code) != SQLITE_NULL else {
                    return sqlite3_result_int64(context, Int64.max)
                }
                let place = state.place(text(of: values[0]), text(of: code)) { texts.place($0, $1) }
                sqlite3_result_int64(context, Int64(place))
            }, to: db)
        add(
            "field_order", arguments: 1,
            OrderState { state, values, context in
                let place = state.place(text(of: nil), text(of: values[0])) { _, name in
                    Field(name: name).map { Int($0.rawValue) } ?? Int.max
                }
                sqlite3_result_int64(context, Int64(place))
            }, to: db)
    }

    private static func add(_ name: String, arguments: Int32, _ state: OrderState, to db: Database) {
        sqlite3_create_function_v2(
            db.sqliteConnection, name, arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
            Unmanaged.passRetained(state).toOpaque(),
            { context, _, values in
                guard let values, let state = sqlite3_user_data(context) else { return }
                let order = Unmanaged<OrderState>.fromOpaque(state).takeUnretainedValue()
                order.call(order, values, context)
            }, nil, nil,
            { state in
                if let state { Unmanaged<OrderState>.fromOpaque(state).release() }
            })
    }

    private static func text(of value: OpaquePointer?) -> UnsafeBufferPointer<UInt8> {
        guard let value, let start = sqlite3_value_text(value) else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
    }

    private static func answer(_ key: [UInt8], _ context: OpaquePointer?) {
        // SQLITE_TRANSIENT, a cast in C that Swift does not import: SQLite copies what it is given.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        key.withUnsafeBytes { sqlite3_result_blob(context, $0.baseAddress, Int32($0.count), transient) }
    }
}

/// What a function keeps between its calls. SQLite calls it on the connection's thread alone.
private final class OrderState {
    typealias Call = (OrderState, UnsafeMutablePointer<OpaquePointer?>, OpaquePointer?) -> Void

    let call: Call
    var order = VietnameseOrder()
    private var codes = TextPool()
    private var places: [Int] = []
    private var key: [UInt8] = []

    init(_ call: @escaping Call) { self.call = call }

    /// The place of a code, found by `place` the first time it comes.
    func place(
        _ domain: UnsafeBufferPointer<UInt8>, _ code: UnsafeBufferPointer<UInt8>, find: (String, String) -> Int
    ) -> Int {
        key.removeAll(keepingCapacity: true)
        key.append(contentsOf: domain)
        key.append(0)
        key.append(contentsOf: code)
        let position = Int(key.withUnsafeBufferPointer { codes.code(forUTF8: $0) }.rawValue) - 1
        if position == places.count {
            places.append(find(String(decoding: domain, as: UTF8.self), String(decoding: code, as: UTF8.self)))
        }
        return places[position]
    }
}
