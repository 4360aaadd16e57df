"""The training provider: a real HTTP server on loopback that speaks the provider's contract.

It is written from `provider-contract.md` alone and shares no code with the till's own client, so
that a mistake of the client can't hide behind the same mistake here.

    provider    TrainingProvider: books, troubles, address; the command line's entry
    http_shell  sockets and HTTP/1.1          core        one request in, one reply out
    gate        host, date, signature         routes      which call a request is
    orders      the order desk                order_body  reading `POST /orders`
    order_json  orders in answers             cards       codes, links, barcodes
    ledger      the books                     journal     the books as a file
    troubles    what is armed                 mischief    what a trouble does
    catalogue   invented brands               pictures    logos and vouchers
"""
