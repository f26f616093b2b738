// One run at a time in an output folder.

import Glibc

/// The lock on an output folder, held as long as the value lives; the system frees it when the process ends, however.
struct RunLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock.
    /// - Throws: `RunFailure` (locked) when another run holds it, (failed) when the lock file can't be made.
    init(folder: String) throws(RunFailure) {
        let path = folder + "/.lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .failed("\(path): can't be made (\(systemMessage()))") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(descriptor)
            guard reason == EWOULDBLOCK else { throw .failed("\(path): can't be locked (\(systemMessage(reason)))") }
            throw .locked("\(folder): another run is at work here; this one ends without doing anything")
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
