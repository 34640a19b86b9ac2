select major, minor from godwit.meta
