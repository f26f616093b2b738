// How far the run is: one line on a terminal, nothing into a pipe, a line a minute in the log.

import Glibc
import Logging
import Synchronization

/// Counts what is done and says so where somebody looks.
final class Progress: Sendable {
    private struct State {
        var files = 0
        var rows = 0
        var lastShown = 0.0
        var lastLogged: Double
        var isShown = false
    }

    private let total: Int
    private let terminal: Bool
    private let logger: Logger
    private let clock: RunClock
    private let state: Mutex<State>

    /// - Parameter terminal: whether standard error is a terminal.
    init(files: Int, terminal: Bool, logger: Logger, clock: RunClock) {
        total = files
        self.terminal = terminal
        self.logger = logger
        self.clock = clock
        state = Mutex(State(lastLogged: clock.now()))
    }

    /// A file is read.
    func finished(rows: Int) {
        let now = clock.now()
        state.withLock { state in
            state.files += 1
            state.rows += rows
            if terminal, now - state.lastShown >= 0.1 || state.files == total {
                state.lastShown = now
                state.isShown = true
                show("reading: \(state.files) of \(total) files, \(state.rows) rows")
            }
            if now - state.lastLogged >= 60 {
                state.lastLogged = now
                logger.info("progress", metadata: ["files": "\(state.files)", "rows": "\(state.rows)"])
            }
        }
    }

    /// A stage begins.
    func begins(_ stage: String) {
        guard terminal else { return }
        state.withLock { state in
            state.isShown = true
            show("\(stage): \(state.files) files, \(state.rows) rows")
        }
    }

    /// Wipes the line.
    func end() {
        state.withLock { state in
            if state.isShown { show("") }
            state.isShown = false
        }
    }

    private func show(_ text: String) {
        let bytes = Array("\r\u{1B}[K\(text)".utf8)
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
