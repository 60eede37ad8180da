@main struct TerminalFuzzing {
    static func main() {}
}
