// Two ways to change one value, repaired: the two accounts are two values.

struct Account {
    balance: i64,
}

fn transfer(from: &mut Account, to: &mut Account, amount: i64) {
    from.balance -= amount;
    to.balance += amount;
}

fn main() {
    let mut savings = Account { balance: 100 };
    let mut checking = Account { balance: 0 };
    transfer(&mut savings, &mut checking, 10);
    println!("{} {}", savings.balance, checking.balance);
}
