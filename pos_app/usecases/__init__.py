"""What a cashier or the till itself does, as asynchronous functions over ports; no Qt, no I/O."""
