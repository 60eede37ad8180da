#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Shares of one that grow with the exponential of their sums.
enum Softmax {
    static func shares(_ sums: [Float]) -> [Float] {
        var shares = sums
        apply(&shares)
        return shares
    }

    /// The same, in place: what the training does for every line.
    static func apply(_ sums: inout [Float]) {
        guard var largest = sums.first else { return }
        for sum in sums where sum > largest { largest = sum }
        var total: Float = 0
        for index in sums.indices {
            sums[index] = exp(sums[index] - largest)
            total += sums[index]
        }
        for index in sums.indices { sums[index] /= total }
    }
}
