// Two ways to change one value: each call may rely on a balance that the other has changed.

struct Account {
    balance: i64,
}

fn transfer(from: &mut Account, to: &mut Account, amount: i64) {
    from.balance -= amount;
    to.balance += amount;
}

fn main() {
    let mut account = Account { balance: 100 };
    transfer(&mut account, &mut account, 10); //~ ERROR E0499
    println!("{}", account.balance);
}
